import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { chooseShown } from "@/lib/bookings/company/commands";
import { getCompanyOfDay } from "@/lib/bookings/company/queries";
import { acceptSwap, proposeSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aComer } from "@/tests/support/company";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const shownOf = async (id: string) =>
  (await db.booking.findFirstOrThrow({ where: { id } })).shownToMembers;

test("one shows a booking, hides it, and leaves it to one's profile again", async () => {
  const space = await aSpace();
  const { actor, booking } = await aComer(space, { desk: 0, shown: null });
  const bookingId = booking.id;
  for (const [shown, kept] of [
    ["yes", true],
    ["no", false],
    ["profile", null],
  ] as const) {
    expect(await chooseShown(actor, { bookingId, shown }, mondayMorning)).toMatchObject({
      ok: true,
    });
    expect(await shownOf(bookingId)).toBe(kept);
  }
});

test("the next member who looks sees it", async () => {
  const space = await aSpace();
  const { actor, booking } = await aComer(space, { desk: 0, shown: null });
  const viewer = await aMember();
  const look = () => getCompanyOfDay(viewer, space.slug, tuesday, mondayMorning);
  expect((await look()).people).toEqual([]);
  await chooseShown(actor, { bookingId: booking.id, shown: "yes" }, mondayMorning);
  expect((await look()).people).toHaveLength(1);
});

test("nobody chooses for another: neither a host of the space nor a visitor", async () => {
  const space = await aSpace();
  const { booking } = await aComer(space, { desk: 0, shown: false });
  for (const other of [await aMember(), await hostOf(space), anonymous]) {
    const chosen = chooseShown(other, { bookingId: booking.id, shown: "yes" }, mondayMorning);
    await expect(chosen).rejects.toThrow(NotFound);
  }
  expect(await shownOf(booking.id)).toBe(false);
});

test("a booking that is over or cancelled has nothing left to choose", async () => {
  const space = await aSpace();
  const { actor, booking } = await aComer(space, { desk: 0, shown: null });
  const input = { bookingId: booking.id, shown: "yes" } as const;
  const after = new Date("2026-06-16T10:30:00Z");
  expect(await chooseShown(actor, input, after)).toMatchObject({ refusal: "booking_over" });
  await db.booking.updateMany({
    where: { id: booking.id },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  expect(await chooseShown(actor, input, mondayMorning)).toMatchObject({ refusal: "booking_over" });
  expect(await shownOf(booking.id)).toBeNull();
});

test("whoever books says at once whether they are seen, and says nothing otherwise", async () => {
  const space = await aSpace();
  const wish = { slug: space.slug, day: tuesday, part: "morning" } as const;
  for (const [shown, kept] of [
    ["yes", true],
    ["no", false],
    [undefined, null],
  ] as const) {
    const chosen = shown ? { shown } : {};
    const booked = await bookResource(await aMember(), { ...wish, ...chosen }, mondayMorning);
    if (!booked.ok) throw new Error(booked.refusal);
    expect(await shownOf(booked.value.id)).toBe(kept);
  }
});

test("a booking exchanged forgets what the one before chose to show", async () => {
  const space = await aSpace();
  const offered = await aComer(space, { desk: 0 });
  const wanted = await aComer(space, { desk: 1, from: "12:00", to: "16:00" });
  const code = swapCodeOf(wanted.booking.id);
  const proposed = await proposeSwap(
    offered.actor,
    { bookingId: offered.booking.id, code },
    mondayMorning,
  );
  if (!proposed.ok) throw new Error(proposed.refusal);
  const done = await acceptSwap(wanted.actor, { swapId: proposed.value.id }, mondayMorning);
  expect(done.ok).toBe(true);
  for (const { booking } of [offered, wanted]) expect(await shownOf(booking.id)).toBeNull();
});
