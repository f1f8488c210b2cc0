import { expect, test } from "vitest";
import { cancelEach, daysOf, lockBookings } from "@/lib/bookings/batches/commands";
import { day } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning } from "@/tests/support/factories";

const on = (date: string, desk = 0) => ({
  desk,
  day: day(date),
  startsAt: `${date}T06:30:00Z`,
  endsAt: `${date}T16:30:00Z`,
});

test("bookings of several spaces are held in the order of their start, whatever the order given", async () => {
  const [here, there] = [await aSpace(), await aSpace()];
  const late = await aBooking({ space: here, ...on("2026-06-18") });
  const early = await aBooking({ space: there, ...on("2026-06-16") });
  const held = await inTransaction(async (tx) => ok(await lockBookings(tx, [late, early])));
  expect(held.ok && held.value.map(({ id }) => id)).toEqual([early.id, late.id]);
});

test("each is cancelled as if alone: what is over or ended is passed over, what is too late stays", async () => {
  const space = await aSpace();
  const member = await aMember();
  const mine = { space, personId: member.personId };
  const rows = [
    await aBooking({ ...mine, ...on("2026-06-12") }),
    await aBooking({ ...mine, ...on("2026-06-15", 1) }),
    await aBooking({ ...mine, ...on("2026-06-17"), state: "cancelled" }),
    await aBooking({ ...mine, ...on("2026-06-18") }),
  ];
  // They were made long before: the quarter of an hour to think again has passed.
  await db.booking.updateMany({
    where: mine.space && { spaceId: space.id },
    data: { createdAt: new Date("2026-06-01T06:00:00Z") },
  });
  const result = await inTransaction(async (tx) =>
    ok(await cancelEach(tx, member, await lockBookings(tx, rows), mondayMorning)),
  );
  if (!result.ok) throw new Error("refused");
  expect(daysOf(result.value.cancelled)).toEqual(["2026-06-18"]);
  expect(result.value.kept).toMatchObject([
    { booking: { id: rows[1]?.id }, refusal: "too_late_to_cancel" },
  ]);
});

test("whoever runs the day cancels later, with a line in the journal for each", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const rows = [
    await aBooking({ space, ...on("2026-06-15") }),
    await aBooking({ space, ...on("2026-06-15", 1) }),
  ];
  const result = await inTransaction(async (tx) =>
    ok(await cancelEach(tx, host, await lockBookings(tx, rows), mondayMorning)),
  );
  expect(result.ok && result.value.cancelled).toHaveLength(2);
  expect(daysOf(rows.map(() => ({ day: day("2026-06-15") })))).toEqual(["2026-06-15"]);
  expect(await db.journalEntry.count({ where: { actorId: host.personId } })).toBe(2);
});
