import { expect, test } from "vitest";
import { bookSeries } from "@/lib/bookings/series/commands";
import { keepRefused, takeDates } from "@/lib/bookings/series/takings/commands";
import type { PersonActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aSeries, aSeriesWish, datesOf, refusedOf } from "@/tests/support/series";

const clients = 32;

async function overlapsIn(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings a JOIN bookings b
      ON a.space_id = b.space_id AND a.places && b.places AND a.id < b.id
     AND a.during && b.during AND a.state = 'confirmed' AND b.state = 'confirmed'
    WHERE a.space_id = ${spaceId}::uuid`;
  return Number(row?.count);
}

async function deadlocks(): Promise<number> {
  const [row] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks);
}

test("32 clients book overlapping series of 8 at once: no overlap, no deadlock, each has an answer", async () => {
  const space = await aSpace({ desks: 4 });
  const members: PersonActor[] = await Promise.all(Array.from({ length: clients }, aMember));
  const parts = ["day", "morning", "afternoon"] as const;
  const results = await Promise.all(
    members.map((member, index) => {
      // Begun on different weeks, so that they meet in every order.
      const firstDay = addDays(tuesday, 7 * (index % 2));
      return bookSeries(
        member,
        aSeriesWish(space, {
          resourceId: space.desks[index % 4]?.id ?? "",
          firstDay,
          lastDay: addDays(firstDay, 49),
          moment: { part: parts[index % 3] ?? "day" },
        }),
        mondayMorning,
      );
    }),
  );
  expect(results).toHaveLength(clients);
  expect(await overlapsIn(space.id)).toBe(0);
  expect(await deadlocks()).toBe(0);
  const refused = results.filter((result) => !result.ok);
  expect(refused.every((result) => !result.ok && result.refusal === "nothing_free")).toBe(true);
  const had = results.flatMap((result) => (result.ok ? [result.value] : []));
  // Eight Tuesdays each, every one booked or kept as refused; two members at least on each desk.
  for (const series of had) expect(series.booked + series.refused).toBe(8);
  expect(had.length).toBeGreaterThanOrEqual(4);
  const booked = had.reduce((sum, series) => sum + series.booked, 0);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(booked);
  // 14 July is closed: eight or nine Tuesdays in all, so the desks are full of what could be had.
  expect(booked).toBeGreaterThanOrEqual(4 * 8 - 4);
});

test("a host takes for the member, beyond their quota; each booking says who made it", async () => {
  const made = await aSpace();
  await db.resource.updateMany({ where: { spaceId: made.id }, data: { quotaCount: 1 } });
  const member = await aMember();
  const { id } = await aSeries(member, made);
  const host = await hostOf(made);
  const space = await getSpaceBySlug(made.slug);
  const wish = { resourceId: made.desks[1]?.id ?? "", moment: { part: "morning" as const } };
  const series = { id, spaceId: space.id, personId: member.personId, companions: [] };
  const [wednesday, nextTuesday] = [addDays(tuesday, 1), addDays(tuesday, 7)];
  const take = async (actor: PersonActor, on: typeof tuesday) => {
    const taken = await inTransaction(async (tx) =>
      ok(await takeDates(tx, actor, space, series, [{ day: on, ...wish }], mondayMorning)),
    );
    if (!taken.ok) throw new Error("refused");
    return taken.value;
  };
  expect((await take(member, wednesday)).refused).toEqual([
    { day: wednesday, refusal: "quota_reached" },
  ]);
  expect((await take(member, nextTuesday)).refused).toEqual([
    { day: nextTuesday, refusal: "already_booked" },
  ]);
  const [bookingId] = (await take(host, wednesday)).booked;
  expect(await db.booking.findFirst({ where: { id: bookingId ?? "" } })).toMatchObject({
    personId: member.personId,
    createdBy: host.personId,
    source: "host",
    seriesId: id,
  });
});

test("a date refused again is kept once, with its last reason", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aSeries(member, space);
  const series = { id, spaceId: space.id, personId: member.personId, companions: [] };
  const on = day("2026-07-14");
  for (const refusal of ["slot_taken", "space_closed"]) {
    await inTransaction(async (tx) =>
      ok(await keepRefused(tx, series, [{ day: on, refusal }], mondayMorning)),
    );
  }
  expect(await refusedOf(id)).toEqual(["2026-07-14 space_closed"]);
  expect(await datesOf(id)).toHaveLength(4);
});
