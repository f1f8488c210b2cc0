import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { getWaitingLine, listWaitingOfMember } from "@/lib/bookings/waiting-list/queries";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { aMember, hostOf } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { booked, entryOf, mailsTo, waiting } from "@/tests/support/waiting-list";

const morning = { day: tuesday, part: "morning" as const, quantity: 1 };
const minutes = (count: number) => new Date(mondayMorning.getTime() + count * 60_000);

test("a full morning can be waited for, and the place of whoever cancels is held for the first", async () => {
  const space = await aSpace({ desks: 1 });
  const taken = await booked(space);
  const [first, second] = [await waiting(space), await waiting(space)];
  await cancelBooking(taken.member, { bookingId: taken.id }, minutes(10));
  expect(await entryOf(first.id)).toMatchObject({
    state: "offered",
    offerUntil: minutes(130),
    places: ["held"],
  });
  expect((await entryOf(second.id)).state).toBe("waiting");
  expect(await mailsTo(first.member)).toEqual(["booking-offered"]);
  expect(await mailsTo(second.member)).toEqual([]);
});

test("nobody waits for what can be had now: the refusal says what is free", async () => {
  const space = await aSpace({ desks: 2 });
  await booked(space);
  const result = await joinWaitingList(
    await aMember(),
    { slug: space.slug, ...morning },
    mondayMorning,
  );
  expect(result).toMatchObject({
    ok: false,
    refusal: "places_free",
    data: { free: { slug: space.slug, part: "morning", resource: { name: "Bureau 2" } } },
  });
});

test("somebody who needs two waits while one is free", async () => {
  const space = await aSpace({ desks: 2 });
  await booked(space);
  const pair = await waiting(space, { quantity: 2 });
  expect((await entryOf(pair.id)).state).toBe("waiting");
});

test.each([
  ["a closed day", { day: day("2026-06-20") }, "space_closed"],
  ["a day gone by", { day: day("2026-06-12") }, "slot_over"],
  ["a day beyond the horizon", { day: day("2027-06-15") }, "beyond_horizon"],
  ["more than there are", { quantity: 4 }, "too_many"],
  ["a kind that is not there", { kind: "booth" as const }, "not_bookable"],
])("%s cannot be waited for, and something else is proposed", async (_name, over, refusal) => {
  const space = await aSpace();
  const wish = { slug: space.slug, ...morning, ...over };
  const result = await joinWaitingList(await aMember(), wish, mondayMorning);
  expect(result).toMatchObject({ ok: false, refusal, data: { alternatives: expect.any(Array) } });
});

test("nobody waits for a slot that has begun", async () => {
  const space = await aSpace({ desks: 1 });
  await booked(space);
  const wish = { slug: space.slug, ...morning };
  const atStart = new Date("2026-06-16T06:30:00Z");
  expect(await joinWaitingList(await aMember(), wish, atStart)).toMatchObject({
    refusal: "slot_begun",
  });
  const before = new Date(atStart.getTime() - 1);
  expect(await joinWaitingList(await aMember(), wish, before)).toMatchObject({ ok: true });
});

test("a person waits once for the same thing, even from two tabs at once, and again once gone", async () => {
  const space = await aSpace({ desks: 1 });
  await booked(space);
  const member = await aMember();
  const wish = { slug: space.slug, ...morning };
  const results = await Promise.all([1, 2].map(() => joinWaitingList(member, wish, mondayMorning)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: "already_waiting" });
  const [entry] = results.flatMap((result) => (result.ok ? [result.value] : []));
  await leaveWaitingList(member, { entryId: entry?.id ?? "" }, mondayMorning);
  expect(await joinWaitingList(member, wish, mondayMorning)).toMatchObject({ ok: true });
});

test("whoever has a place at that moment does not wait for another seat", async () => {
  const space = await aSpace({ desks: 1 });
  const own = await booked(space);
  expect(
    await joinWaitingList(own.member, { slug: space.slug, ...morning }, mondayMorning),
  ).toMatchObject({ refusal: "already_booked", data: { bookingId: own.id } });
});

test("what the host must agree to is asked for, not waited for", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { needsApproval: true });
  const wish = { slug: space.slug, ...morning, resourceId: room.id };
  expect(await joinWaitingList(await aMember(), wish, mondayMorning)).toMatchObject({
    refusal: "on_request",
  });
});

test("hours of a room can be waited for", async () => {
  const space = await aSpace();
  const room = await aRoom(space);
  const hours = {
    startsAt: new Date("2026-06-16T08:00:00Z"),
    endsAt: new Date("2026-06-16T09:00:00Z"),
  };
  const wish = { slug: space.slug, resourceId: room.id };
  const owner = await aMember();
  const taken = await bookResource(owner, { ...wish, ...hours }, mondayMorning);
  const half = { startsAt: new Date("2026-06-16T08:30:00Z"), endsAt: hours.endsAt };
  const joined = await joinWaitingList(
    await aMember(),
    { ...wish, ...half, quantity: 1 },
    mondayMorning,
  );
  if (!taken.ok || !joined.ok) throw new Error("not booked or not waiting");
  await cancelBooking(owner, { bookingId: taken.value.id }, mondayMorning);
  expect(await entryOf(joined.value.id)).toMatchObject({ state: "offered", places: ["held"] });
});

test("hours of any room are waited for, seen by whoever waits and by the host, and had in either", async () => {
  const space = await aSpace();
  const rooms = [await aRoom(space), await aRoom(space)];
  const hours = {
    startsAt: new Date("2026-06-16T08:00:00Z"),
    endsAt: new Date("2026-06-16T09:30:00Z"),
  };
  const owner = await aMember();
  const taken: string[] = [];
  for (const { id: resourceId } of rooms) {
    const wish = { slug: space.slug, resourceId, ...hours };
    const result = await bookResource(owner, wish, mondayMorning);
    if (!result.ok) throw new Error(result.refusal);
    taken.push(result.value.id);
  }
  const member = await aMember();
  const wish = { slug: space.slug, kind: "room" as const, quantity: 1, ...hours };
  const joined = await joinWaitingList(member, wish, mondayMorning);
  if (!joined.ok) throw new Error(joined.refusal);
  const shown = { id: joined.value.id, part: "hours", kind: "room", resourceName: null, ...hours };
  expect((await listWaitingOfMember(member, mondayMorning)).waiting).toMatchObject([shown]);
  const host = await hostOf(space);
  const { line } = await getWaitingLine(host, space.slug, tuesday, mondayMorning);
  expect(line).toMatchObject([shown]);
  await cancelBooking(owner, { bookingId: taken[1] ?? "" }, mondayMorning);
  expect((await entryOf(joined.value.id)).bookings).toMatchObject([
    { state: "held", resourceId: rooms[1]?.id },
  ]);
});

test("a visitor who is not signed in waits for nothing", async () => {
  const space = await aSpace();
  const wish = { slug: space.slug, ...morning };
  await expect(joinWaitingList(anonymous, wish, mondayMorning)).rejects.toThrow(Unauthenticated);
});
