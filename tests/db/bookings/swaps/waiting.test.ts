import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { acceptSwap, proposeSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("whoever waits is offered no second seat between the two halves of an exchange", async () => {
  const space = await aSpace();
  const [one, other, third] = [await aMember(), await aMember(), await aMember()];
  const at = (index: number) => ({ resourceId: space.desks[index]?.id ?? "" });
  const slot = { slug: space.slug, day: tuesday, part: "morning" as const };
  const take = async (actor: PersonActor, index: number) => {
    const result = await bookResource(actor, { ...slot, ...at(index) }, mondayMorning);
    if (!result.ok) throw new Error(result.refusal);
    return result.value.id;
  };
  const left = await take(third, 2);
  const entry = await joinWaitingList(one, { ...slot, ...at(2), quantity: 1 }, mondayMorning);
  expect(entry.ok).toBe(true);
  const [offered, wanted] = [await take(one, 0), await take(other, 1)];
  // The place waited for is free, and passes by who sits already.
  await cancelBooking(third, { bookingId: left }, mondayMorning);
  const proposal = { bookingId: offered, code: swapCodeOf(wanted) };
  const swap = await proposeSwap(one, proposal, mondayMorning);
  if (!swap.ok) throw new Error(swap.refusal);
  expect(await acceptSwap(other, { swapId: swap.value.id }, mondayMorning)).toMatchObject({
    ok: true,
  });
  const seats = await db.booking.findMany({
    where: { personId: one.personId, state: { in: ["confirmed", "held"] } },
  });
  expect(seats.map(({ id }) => id)).toEqual([wanted]);
});
