import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { addDays } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, outcomesOf, overlapsIn } from "@/tests/support/races";

test("64 members move onto one free desk: one has it, the others keep their place", async () => {
  const space = await aSpace({ desks: 65 });
  const members = await Promise.all(Array.from({ length: 64 }, aMember));
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const };
  const bookings = await Promise.all(
    members.map(async (member, index) => {
      const resourceId = space.desks[index]?.id ?? "";
      const result = await bookResource(member, { ...wish, resourceId }, mondayMorning);
      if (!result.ok) throw new Error(result.refusal);
      return { member, bookingId: result.value.id };
    }),
  );
  const before = await deadlocks();
  const resourceId = space.desks[64]?.id ?? "";
  const results = await inParallel(
    bookings.map(
      ({ member, bookingId }) =>
        () =>
          moveBooking(member, { bookingId, resourceId }, mondayMorning),
    ),
  );
  expect(outcomesOf(results)).toEqual({ ok: 1, slot_taken: 63 });
  expect(results.every((result) => result.ok || "alternatives" in Object(result.data))).toBe(true);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(64);
  expect(await overlapsIn(space.id)).toBe(0);
  expect((await deadlocks()) - before).toBe(0);
});

test("moving, booking and cancelling by 64 clients over rooms that split: no overlap, no deadlock", async () => {
  const space = await aSpace({ desks: 3 });
  const [whole, left, right] = [await aRoom(space), await aRoom(space), await aRoom(space)];
  const parts = [left, right].map(({ id }) => ({
    spaceId: space.id,
    wholeId: whole.id,
    partId: id,
  }));
  await db.resourcePart.createMany({ data: parts });
  const rooms = [whole, left, right].map(({ id }) => id);
  const before = await deadlocks();
  const tasks = Array.from({ length: 192 }, (_, index) => async () => {
    const member = await aMember();
    // 96 cells: three rooms, two halves of sixteen days; each client walks them its own way.
    const at = (step: number) => {
      const cell = (index * 37 + step * 29) % 96;
      const on = Math.floor(cell / 6);
      return {
        resourceId: rooms[cell % 3] ?? "",
        day: addDays(tuesday, (on % 4) + 7 * Math.floor(on / 4)),
        part: cell % 2 === 0 ? ("morning" as const) : ("afternoon" as const),
      };
    };
    const first = await bookResource(member, { slug: space.slug, ...at(0) }, mondayMorning);
    if (!first.ok) return first;
    const bookingId = first.value.id;
    let last = await moveBooking(member, { bookingId, ...at(1) }, mondayMorning);
    for (const step of [2, 3, 4, 5]) {
      last = await moveBooking(member, { bookingId, ...at(step) }, mondayMorning);
    }
    if (index % 8 !== 0) await cancelBooking(member, { bookingId }, mondayMorning);
    return last;
  });
  const results = await inParallel(tasks);
  expect(results.every((result) => result.ok || result.refusal === "slot_taken")).toBe(true);
  const moves = { spaceId: space.id, verb: "move" };
  expect(await db.bookingChange.count({ where: moves })).toBeGreaterThan(20);
  expect(await overlapsIn(space.id)).toBe(0);
  expect((await deadlocks()) - before).toBe(0);
});
