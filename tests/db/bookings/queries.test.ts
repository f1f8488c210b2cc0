import { expect, test } from "vitest";
import {
  getBooking,
  getSpaceWithDays,
  listBookingsOfMember,
  listTakenIntervals,
} from "@/lib/bookings/queries";
import { anonymous } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = {
  day: tuesday,
  part: "morning" as const,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};

test("a cancelled booking takes no place", async () => {
  const space = await aSpace();
  await aBooking({ space, ...morning, state: "cancelled" });
  const taken = await listTakenIntervals(
    [await getSpaceBySlug(space.slug)],
    { first: tuesday, last: tuesday },
    mondayMorning,
  );
  expect(taken.get(space.id)).toEqual([]);
});

test("the week of a space tells each half-day apart", async () => {
  const space = await aSpace();
  await aBooking({ space, ...morning });
  const range = { first: tuesday, last: addDays(tuesday, 6) };
  const { days } = await getSpaceWithDays(space.slug, range, mondayMorning);
  const [first] = days;
  expect(first?.slots.morning.free).toHaveLength(2);
  expect(first?.slots.afternoon.free).toHaveLength(3);
  expect(first?.slots.day.free).toHaveLength(2);
  expect(days.map((each) => each.slots.day.opening.open)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});

test("a resource's own notice and horizon count on the page of its space as in the month", async () => {
  const space = await aSpace({ desks: 2 });
  const [near, late] = space.desks;
  const terms = (id = "", data: { horizonDays?: number; noticeMinutes?: number }) =>
    db.resource.update({ where: { spaceId_id: { spaceId: space.id, id } }, data });
  await terms(near?.id, { horizonDays: 0 });
  await terms(late?.id, { noticeMinutes: 3 * 24 * 60 });
  const range = { first: tuesday, last: addDays(tuesday, 3) };
  const { days } = await getSpaceWithDays(space.slug, range, mondayMorning);
  expect(days.map(({ slots }) => slots.morning.free.map(({ id }) => id))).toEqual([
    ...[[], [], [late?.id], [late?.id]],
  ]);
  expect(days[0]?.slots.morning.taken).toEqual([]);
  expect(days[0]?.slots.morning.refusal).toMatchObject({ refusal: "beyond_horizon" });
  expect(days[2]?.slots.morning.refusal).toBeNull();
});

test("an unknown space is not found", async () => {
  const range = { first: tuesday, last: tuesday };
  await expect(getSpaceWithDays("nulle-part", range, mondayMorning)).rejects.toThrow(NotFound);
});

test("a member sees coming bookings soonest first, and past or cancelled ones apart", async () => {
  const space = await aSpace();
  const member = await aMember();
  const mine = { space, personId: member.personId };
  const wednesday = {
    day: day("2026-06-17"),
    startsAt: "2026-06-17T06:30:00Z",
    endsAt: "2026-06-17T10:30:00Z",
  };
  const lastWeek = {
    day: day("2026-06-09"),
    startsAt: "2026-06-09T06:30:00Z",
    endsAt: "2026-06-09T10:30:00Z",
  };
  await aBooking({ ...mine, ...wednesday });
  await aBooking({ ...mine, ...morning });
  await aBooking({ ...mine, ...morning, desk: 1, state: "cancelled" });
  await aBooking({ ...mine, ...lastWeek });
  const { coming, past } = await listBookingsOfMember(member, mondayMorning);
  expect(coming.map((booking) => booking.day)).toEqual(["2026-06-16", "2026-06-17"]);
  expect(past.map((booking) => [booking.day, booking.state === "cancelled"])).toEqual([
    ["2026-06-16", true],
    ["2026-06-09", false],
  ]);
});

test("a booking is shown to its member, who may cancel it, and to the host, who does it elsewhere", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aBooking({ space, ...morning, personId: member.personId });
  const own = await getBooking(member, id, mondayMorning);
  expect(own).toMatchObject({ resource: { name: "Bureau 1" }, space: { slug: space.slug } });
  expect(own.cancellableUntil).not.toBeNull();
  const seenByHost = await getBooking(await hostOf(space), id, mondayMorning);
  expect(seenByHost.cancellableUntil).toBeNull();
});

test("somebody else's booking is not found", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const { id } = await aBooking({ space, ...morning });
  for (const actor of [await aMember(), await hostOf(other), anonymous]) {
    await expect(getBooking(actor, id, mondayMorning)).rejects.toThrow(NotFound);
  }
});
