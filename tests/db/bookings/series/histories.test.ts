import fc from "fast-check";
import { expect, test } from "vitest";
import { extendSeries, retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, day, wallMinuteOf } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries } from "@/tests/support/series";

const week = fc.nat(9);
const desk = fc.nat(2);
const part = fc.constantFrom("day" as const, "morning" as const, "afternoon" as const);
const anyVerb = fc.oneof(
  fc.record({ verb: fc.constantFrom("one" as const, "from" as const), week, desk, part }),
  fc.record({ verb: fc.constant("edit" as const), week, desk, part }),
  fc.record({ verb: fc.constant("retry" as const), week, desk, part }),
  fc.record({ verb: fc.constant("extend" as const), week, desk, part }),
);
type Said = typeof anyVerb extends fc.Arbitrary<infer Verb> ? Verb : never;

type Desks = { desks: { id: string }[] };

async function say(member: PersonActor, seriesId: string, space: Desks, said: Said, at: Date) {
  const on = addDays(tuesday, said.week * 7);
  switch (said.verb) {
    case "retry":
      return retryRefused(member, { seriesId, day: on }, at);
    case "extend":
      return extendSeries(member, { seriesId, lastDay: on }, at);
    case "edit": {
      const resourceId = space.desks[said.desk]?.id ?? "";
      return editSeries(member, { seriesId, from: on, resourceId, moment: said }, at);
    }
    default:
      return cancelSeries(member, { seriesId, scope: said.verb, day: on }, at);
  }
}

async function rowsOf(seriesId: string) {
  return db.booking.findMany({
    where: { seriesId },
    select: {
      id: true,
      state: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      resourceId: true,
      sequence: true,
    },
    orderBy: { startsAt: "asc" },
  });
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** What has begun or was cancelled is as it was; a day is had once; each keeps its wall time. */
function expectNothingUndone(before: Rows, after: Rows, at: Date) {
  const untouchable = before.filter((row) => row.startsAt <= at || row.state === "cancelled");
  for (const row of untouchable) expect(after.find(({ id }) => id === row.id)).toEqual(row);
  const days = after.filter(({ state }) => state === "confirmed").map((row) => +row.day);
  expect(new Set(days).size).toBe(days.length);
  const minutes = after.map((row) => [row.part, wallMinuteOf(row.startsAt, "Europe/Paris")]);
  for (const [of, minute] of minutes) expect(minute).toBe(of === "afternoon" ? 810 : 510);
}

test("whatever is said of a series, the past stays as it was and nothing cancelled comes back", async () => {
  const history = fc.array(fc.tuple(anyVerb, fc.nat(9)), { minLength: 6, maxLength: 12 });
  const tally = { said: 0, done: 0 };
  await fc.assert(
    fc.asyncProperty(history, async (verbs) => {
      const space = await aSpace();
      const [startsAt, endsAt] = ["2026-06-30T06:30:00Z", "2026-06-30T16:30:00Z"];
      await aBooking({ space, day: day("2026-06-30"), startsAt, endsAt });
      const member = await aMember();
      const { id: seriesId } = await aSeries(member, space, { lastDay: addDays(tuesday, 35) });
      let at = mondayMorning;
      for (const [said, daysLater] of verbs) {
        at = new Date(at.getTime() + daysLater * 86_400_000);
        const before = await rowsOf(seriesId);
        const result = await say(member, seriesId, space, said, at);
        tally.said += 1;
        if (result.ok) tally.done += 1;
        const after = await rowsOf(seriesId);
        expectNothingUndone(before, after, at);
      }
    }),
    { numRuns: 12 },
  );
  // The histories are not all refusals.
  expect(tally.done).toBeGreaterThan(tally.said / 10);
});
