import { expect, test } from "vitest";
import { lastComings, listComingIn } from "@/lib/bookings/comings/queries";
import { day } from "@/lib/core/day";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

test("somebody last came the last day they were noted here, not a day only booked, nor elsewhere", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const { id } = await aPerson();
  const booked = (on: string, over: { space?: typeof space; checkedInAt?: string } = {}) =>
    aBooking({
      ...{ space, personId: id, day: day(on) },
      ...{ startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z`, ...over },
    });
  await booked("2026-06-09", { checkedInAt: "2026-06-09T06:40:00Z" });
  await booked("2026-06-02", { checkedInAt: "2026-06-02T06:40:00Z" });
  await booked("2026-06-16");
  await booked("2026-06-11", { space: elsewhere, checkedInAt: "2026-06-11T06:40:00Z" });
  expect((await lastComings(space.id, [id])).get(id)).toBe("2026-06-09");
  expect((await lastComings(space.id, [])).size).toBe(0);
});

test("what stands from now on, in order; not what is over, cancelled or another's", async () => {
  const space = await aSpace();
  const { id } = await aPerson();
  const booked = (on: string, over: { state?: "cancelled"; personId?: string } = {}) =>
    aBooking({
      ...{ space, personId: id, day: day(on) },
      ...{ startsAt: `${on}T06:30:00Z`, endsAt: `${on}T16:30:00Z`, ...over },
    });
  const next = await booked(tuesday);
  await booked("2026-06-09");
  await booked("2026-06-17", { state: "cancelled" });
  await booked("2026-06-18", { personId: (await aPerson()).id });
  expect(await listComingIn(space.id, id, mondayMorning)).toMatchObject([
    { id: next.id, day: tuesday, resourceName: "Bureau 1" },
  ]);
});
