import { expect, test } from "vitest";
import { systemActor } from "@/lib/core/actor";
import { dateColumn, day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { listPeopleBehind } from "@/lib/reports/disclosure/queries";
import { peoplePresent } from "@/lib/reports/disclosure/rows/rules";
import { refreshFacts } from "@/lib/reports/facts/commands";
import { listCountedMonths } from "@/lib/reports/facts/queries";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { monthInput } from "@/lib/reports/schema";
import { aPerson, aSpace } from "@/tests/support/factories";

const system = systemActor("test");
const range = { first: day("2026-05-01"), last: day("2026-07-31") };
const period = { first: monthInput.parse("2026-05"), last: monthInput.parse("2026-07") };

const overMidnight = { from: "2026-06-30T15:00:00Z", until: "2026-07-01T06:30:00Z" };

type Space = Awaited<ReturnType<typeof aSpace>>;
type Own = {
  from?: string;
  until?: string;
  state?: "cancelled" | "no_show";
  came?: boolean;
  guest?: string;
};

/** From half past eight in the morning by the wall of the space, in summer. */
async function booked(space: Space, on: string, own: Own = {}) {
  const startsAt = new Date(own.from ?? `${on}T06:30:00Z`);
  const room = await db.resource.findFirstOrThrow({ where: { spaceId: space.id, kind: "room" } });
  await db.booking.create({
    data: {
      ...{
        spaceId: space.id,
        resourceId: room.id,
        day: dateColumn(day(on)),
        part: "day",
        startsAt,
      },
      endsAt: new Date(own.until ?? `${on}T15:30:00Z`),
      state: own.state ?? "confirmed",
      endedAt: own.state ? startsAt : null,
      source: own.guest === "event" ? "event" : "member",
      guestName: own.guest ?? null,
      personId: own.guest ? null : (await aPerson()).id,
      checkedInAt: own.came === false || own.guest === "event" ? null : startsAt,
    },
  });
}

async function aRoom(): Promise<Space> {
  const space = await aSpace({ desks: 1 });
  await db.resource.updateMany({ where: { spaceId: space.id }, data: { kind: "room" } });
  return space;
}

test("they are those the report counts: who came, and one where others did or nobody", async () => {
  const spaces = await Promise.all(Array.from({ length: 6 }, aRoom));
  const [full, absent, guests, event, cancelled, late] = spaces;
  if (!full || !absent || !guests || !event || !cancelled || !late) throw new Error("no spaces");
  for (const on of ["2026-06-15", "2026-06-16", "2026-06-17"]) await booked(full, on);
  await booked(absent, "2026-06-16", { came: false, state: "no_show" });
  await booked(guests, "2026-06-16", { guest: "Zoé" });
  await booked(event, "2026-06-16", { guest: "event" });
  await booked(cancelled, "2026-06-16", { state: "cancelled", came: false });
  // Over midnight at the end of June: a booking of both months.
  await booked(late, "2026-06-30", { came: false, ...overMidnight });
  for (const at of [new Date("2026-08-02T08:00:00Z"), new Date("2026-07-01T05:00:00Z")]) {
    await refreshFacts(system, range, at);
    const yesterday = at > new Date("2026-08-01") ? day("2026-07-31") : day("2026-06-30");
    const counted = await listCountedMonths(period, yesterday);
    const behind = await listPeopleBehind(counted, yesterday);
    const days = { ...range, last: yesterday };
    const rows = await getReportRows(system, days, at);
    const expected = peoplePresent(rows, { range: days, at });
    for (const [month, own] of expected) {
      const asked = behind.get(month);
      expect([asked?.network, ...spaces.map(({ id }) => asked?.bySpace.get(id))]).toEqual([
        ...[own.network, ...spaces.map(({ id }) => own.bySpace.get(id))],
      ]);
    }
    const june = behind.get(monthInput.parse("2026-06"));
    expect(spaces.map(({ id }) => june?.bySpace.get(id))).toEqual([3, 1, 1, 0, 0, 1]);
  }
  const [, , july] = [
    ...(await listPeopleBehind(await listCountedMonths(period, range.last), range.last)).values(),
  ];
  expect(spaces.map(({ id }) => july?.bySpace.get(id))).toEqual([0, 0, 0, 0, 0, 1]);
});
