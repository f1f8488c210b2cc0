import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { listBookingsOfMember } from "@/lib/bookings/queries";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { getWaitingLine, listWaitingOfMember } from "@/lib/bookings/waiting-list/queries";
import { anonymous } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { booked, waiting } from "@/tests/support/waiting-list";

const startsAt = new Date("2026-06-16T06:30:00Z");

async function aLine() {
  const space = await aSpace({ desks: 2, offerMinutes: 60 });
  const taken = [await booked(space), await booked(space)];
  const pair = await waiting(space, { quantity: 2 });
  const second = await waiting(space);
  const third = await waiting(space);
  return { space, taken, pair, second, third };
}

test("a member sees their place in line, counting all who could take the same place", async () => {
  const { space, third } = await aLine();
  const { offers, waiting: own } = await listWaitingOfMember(third.member, mondayMorning);
  expect(offers).toEqual([]);
  expect(own).toMatchObject([
    { id: third.id, place: 3, quantity: 1, day: tuesday, part: "morning", kind: "desk" },
  ]);
  expect(own[0]).toMatchObject({ resourceName: null, space: { slug: space.slug } });
});

test("a member sees an offer with its places and its end, until its end, job or not", async () => {
  const { taken, pair, second } = await aLine();
  for (const { id, member } of taken) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  // The first place freed went to the one who needed one; who needs two still waits for another.
  const { offers } = await listWaitingOfMember(second.member, mondayMorning);
  const offerUntil = new Date(mondayMorning.getTime() + 3_600_000);
  expect(offers).toMatchObject([{ id: second.id, offerUntil, quantity: 1 }]);
  expect(offers[0]?.places).toHaveLength(1);
  expect(await listWaitingOfMember(pair.member, mondayMorning)).toMatchObject({
    offers: [],
    waiting: [{ place: 1 }],
  });
  expect(await listWaitingOfMember(second.member, offerUntil)).toMatchObject({
    offers: [],
    waiting: [],
    missed: [{ id: second.id }],
  });
});

test("a place offered is no booking of theirs until they accept it, and never one when they decline", async () => {
  const { taken, second, third } = await aLine();
  for (const { id, member } of taken) {
    await cancelBooking(member, { bookingId: id }, mondayMorning);
  }
  await leaveWaitingList(third.member, { entryId: third.id }, mondayMorning);
  const none = { coming: [], past: [] };
  expect(await listBookingsOfMember(third.member, mondayMorning)).toEqual(none);
  expect(await listBookingsOfMember(second.member, mondayMorning)).toEqual(none);
  await acceptOffer(second.member, { entryId: second.id }, mondayMorning);
  const { coming } = await listBookingsOfMember(second.member, mondayMorning);
  expect(coming).toMatchObject([{ state: "confirmed" }]);
});

test("nobody waits any more once the slot has begun, job or not", async () => {
  const { third, space } = await aLine();
  expect(await listWaitingOfMember(third.member, startsAt)).toEqual({
    offers: [],
    waiting: [],
    missed: [],
  });
  const { line } = await getWaitingLine(await hostOf(space), space.slug, tuesday, startsAt);
  expect(line).toEqual([]);
});

test("a host sees the names of the line in its order, and who has an offer", async () => {
  const { space, taken, pair, second, third } = await aLine();
  const [first] = taken;
  if (first) await cancelBooking(first.member, { bookingId: first.id }, mondayMorning);
  const host = await hostOf(space);
  const { line } = await getWaitingLine(host, space.slug, tuesday, mondayMorning);
  expect(line.map(({ id }) => id)).toEqual([pair.id, second.id, third.id]);
  expect(line.map(({ offerUntil }) => offerUntil !== null)).toEqual([false, true, false]);
  expect(line[0]).toMatchObject({ name: pair.member.name, quantity: 2 });
  const wednesday = addDays(tuesday, 1);
  expect((await getWaitingLine(host, space.slug, wednesday, mondayMorning)).line).toEqual([]);
});

test("a host is led to the first other day to come on which somebody waits in this space", async () => {
  const { space } = await aLine();
  const host = await hostOf(space);
  const monday = addDays(tuesday, -1);
  const nextDay = async (on: typeof tuesday, at = mondayMorning) =>
    (await getWaitingLine(host, space.slug, on, at)).nextDay;
  expect(await nextDay(monday)).toBe(tuesday);
  expect(await nextDay(addDays(tuesday, 1))).toBe(tuesday);
  expect(await nextDay(tuesday)).toBeNull();
  expect(await nextDay(monday, startsAt)).toBeNull();
  const quiet = await aSpace();
  const elsewhere = await getWaitingLine(await hostOf(quiet), quiet.slug, monday, mondayMorning);
  expect(elsewhere.nextDay).toBeNull();
});

test("an offer nobody took in time leads nowhere", async () => {
  const space = await aSpace({ desks: 1, offerMinutes: 60 });
  const taken = await booked(space);
  await waiting(space);
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  const host = await hostOf(space);
  const nextDay = async (minutes: number) => {
    const at = new Date(mondayMorning.getTime() + minutes * 60_000);
    return (await getWaitingLine(host, space.slug, addDays(tuesday, -1), at)).nextDay;
  };
  expect(await nextDay(59)).toBe(tuesday);
  expect(await nextDay(60)).toBeNull();
});

test("only whoever runs the space sees who waits", async () => {
  const { space } = await aLine();
  const others = [await aMember(), await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of others) {
    await expect(getWaitingLine(actor, space.slug, tuesday, mondayMorning)).rejects.toThrow(
      NotFound,
    );
  }
});
