import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import type { PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const wednesday = day("2026-06-17");
const wednesdayMorning = { day: wednesday, part: "morning" as const };
/** A Tuesday hour on the wall in France. */
const tuesdayAt = (hour: number) => new Date(Date.UTC(2026, 5, 16) + (hour - 2) * 3_600_000);
const hours = (from: number, until: number) => ({
  startsAt: tuesdayAt(from),
  endsAt: tuesdayAt(until),
});

type Wanted = { day: typeof tuesday; part: "morning" | "afternoon" | "day" };

async function booked(
  actor: PersonActor,
  space: { slug: string },
  wanted: Wanted = { day: tuesday, part: "morning" },
) {
  const result = await bookResource(actor, { slug: space.slug, ...wanted }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

async function bookedRoom(actor: PersonActor, slug: string, resourceId: string) {
  const wish = { slug, resourceId, ...hours(9, 11) };
  const result = await bookResource(actor, wish, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

const mailsTo = (actor: PersonActor, kind: string) =>
  db.notification.findMany({ where: { personId: actor.personId, kind } });

test("a member moves a booking to another day and desk: told where it was, history kept", async () => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space);
  const resourceId = space.desks[1]?.id ?? "";
  const move = { bookingId, resourceId, ...wednesdayMorning };
  expect(await moveBooking(member, move, mondayMorning)).toMatchObject({
    ok: true,
    value: { id: bookingId, resource: { name: "Bureau 2" } },
  });
  const row = await db.booking.findFirstOrThrow({
    where: { id: bookingId },
    include: { changes: true },
  });
  expect(row).toMatchObject({ resourceId, state: "confirmed", sequence: 1, part: "morning" });
  expect(row.startsAt.toISOString()).toBe("2026-06-17T06:30:00.000Z");
  expect(row.changes).toMatchObject([
    {
      verb: "move",
      actorId: member.personId,
      before: {
        resourceId: space.desks[0]?.id,
        startsAt: "2026-06-16T06:30:00.000Z",
        endsAt: "2026-06-16T10:30:00.000Z",
        day: tuesday,
        part: "morning",
      },
    },
  ]);
  expect(await mailsTo(member, "booking-moved")).toMatchObject([
    {
      payload: {
        resourceName: "Bureau 2",
        sequence: 1,
        before: { resourceName: "Bureau 1", startsAt: "2026-06-16T06:30:00.000Z" },
      },
    },
  ]);
});

test("the place left is free at once, and moving twice to one place is moving once", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const bookingId = await booked(member, space);
  const move = { bookingId, ...wednesdayMorning };
  await moveBooking(member, move, mondayMorning);
  expect(await moveBooking(member, move, mondayMorning)).toMatchObject({ ok: true });
  await booked(await aMember(), space);
  expect(await mailsTo(member, "booking-moved")).toHaveLength(1);
  expect(await db.bookingChange.count({ where: { bookingId } })).toBe(1);
});

test("a booking is not in its own way: a morning becomes the day, two hours become four", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const bookingId = await booked(member, space);
  const longer = { bookingId, day: tuesday, part: "day" as const };
  expect(await moveBooking(member, longer, mondayMorning)).toMatchObject({ ok: true });
  const room = await aRoom(space);
  const meeting = await bookedRoom(member, space.slug, room.id);
  const stretched = { bookingId: meeting, ...hours(8.5, 12.5) };
  expect(await moveBooking(member, stretched, mondayMorning)).toMatchObject({ ok: true });
});

test("a taken place refuses with alternatives, and nothing has changed", async () => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space);
  await booked(await aMember(), space, wednesdayMorning);
  const resourceId = space.desks[0]?.id ?? "";
  const result = await moveBooking(
    member,
    { bookingId, resourceId, ...wednesdayMorning },
    mondayMorning,
  );
  expect(result).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "desk", resource: { name: "Bureau 2" } }, {}, {}] },
  });
  expect(await db.bookingChange.count({ where: { bookingId } })).toBe(0);
});

test.each([
  ["a closed day", { day: day("2026-06-20"), part: "day" as const }, "space_closed"],
  ["a day gone by", { day: day("2026-06-12"), part: "day" as const }, "slot_over"],
  ["beyond the horizon", { day: day("2027-06-15"), part: "day" as const }, "beyond_horizon"],
])("%s is refused, and something else proposed", async (_name, wanted, refusal) => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space);
  const result = await moveBooking(member, { bookingId, ...wanted }, mondayMorning);
  expect(result).toMatchObject({ refusal });
  expect(result.ok ? {} : result.data).toHaveProperty("alternatives.0.slug");
});

test("a length off the grid, a notice, a closure of the room are refused", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { maxMinutes: 120, noticeMinutes: 180 });
  const member = await aMember();
  const bookingId = await bookedRoom(member, space.slug, room.id);
  await db.closure.create({
    data: { spaceId: space.id, resourceId: room.id, ...hours(14, 16), reason: "Peinture" },
  });
  const move = (wanted: object, at = mondayMorning) =>
    moveBooking(member, { bookingId, ...hours(9, 11), ...wanted }, at);
  expect(await move(hours(9, 12))).toMatchObject({ refusal: "length_refused" });
  expect(await move(hours(15, 17))).toMatchObject({ refusal: "resource_closed" });
  const today = {
    startsAt: new Date("2026-06-15T08:00:00Z"),
    endsAt: new Date("2026-06-15T09:00:00Z"),
  };
  expect(await move(today)).toMatchObject({ refusal: "too_late_to_book" });
  const byDay = await aRoom(space, { modes: ["day"] });
  expect(await move({ resourceId: byDay.id })).toMatchObject({ refusal: "mode_not_offered" });
});

test("nobody, not even a host, turns a room into a desk or another space", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const room = await aRoom(space);
  const member = await aMember();
  const bookingId = await bookedRoom(member, space.slug, room.id);
  for (const actor of [member, await hostOf(space)]) {
    const to = (resourceId = "") => moveBooking(actor, { bookingId, resourceId }, mondayMorning);
    expect(await to(space.desks[0]?.id)).toMatchObject({ refusal: "other_kind" });
    expect(await to(elsewhere.desks[0]?.id)).toMatchObject({ refusal: "other_space" });
  }
});

test("nobody moves onto two seats at once, nor past a quota; leaving oneself out of the count", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const member = await aMember();
  const bookingId = await booked(member, space);
  const other = await booked(member, elsewhere, wednesdayMorning);
  const clash = await moveBooking(member, { bookingId, ...wednesdayMorning }, mondayMorning);
  expect(clash).toMatchObject({ refusal: "already_booked", data: { bookingId: other } });
  const room = await aRoom(space, { quotaCount: 1, quotaPeriod: "day" });
  const meeting = await bookedRoom(member, space.slug, room.id);
  const later = { bookingId: meeting, ...hours(14, 16) };
  expect(await moveBooking(member, later, mondayMorning)).toMatchObject({ ok: true });
  const next = await bookResource(
    member,
    { slug: space.slug, resourceId: room.id, day: wednesday, part: "morning" },
    mondayMorning,
  );
  const back = { bookingId: next.ok ? next.value.id : "", day: tuesday, part: "morning" as const };
  expect(await moveBooking(member, back, mondayMorning)).toMatchObject({
    refusal: "quota_reached",
  });
  const host = await hostOf(space);
  expect(await moveBooking(host, back, mondayMorning)).toMatchObject({ ok: true });
});

test("what the host agreed to is not moved by the member alone, companions must fit", async () => {
  const space = await aSpace();
  const agreed = await aRoom(space, { needsApproval: true });
  const [room, booth] = [await aRoom(space), await aRoom(space, { capacity: 1 })];
  const member = await aMember();
  const bookingId = await bookedRoom(member, space.slug, room.id);
  await db.booking.updateMany({ where: { id: bookingId }, data: { companions: ["Ana"] } });
  const to = (resourceId: string) => moveBooking(member, { bookingId, resourceId }, mondayMorning);
  expect(await to(agreed.id)).toMatchObject({ refusal: "needs_approval" });
  expect(await to(booth.id)).toMatchObject({
    refusal: "too_many_people",
    data: { capacity: "1" },
  });
});

test("an outside calendar keeps its room", async () => {
  const space = await aSpace();
  const [room, busy] = [await aRoom(space), await aRoom(space)];
  const source = await db.calendarImport.create({
    data: { spaceId: space.id, resourceId: busy.id, name: "Mairie", url: "https://mairie.test" },
  });
  await db.busyBlock.create({
    data: { spaceId: space.id, importId: source.id, resourceId: busy.id, ...hours(10, 12) },
  });
  const member = await aMember();
  const bookingId = await bookedRoom(member, space.slug, room.id);
  const move = { bookingId, resourceId: busy.id };
  expect(await moveBooking(member, move, mondayMorning)).toMatchObject({ refusal: "slot_taken" });
});

test("a request moves and stays a request, told so, unless its new place is taken", async () => {
  const space = await aSpace();
  const room = await aRoom(space, { needsApproval: true });
  const [asking, other] = [await aMember(), await aMember()];
  const bookingId = await bookedRoom(asking, space.slug, room.id);
  const later = { bookingId, ...hours(14, 16) };
  expect(await moveBooking(asking, later, mondayMorning)).toMatchObject({ ok: true });
  const row = await db.booking.findFirstOrThrow({ where: { id: bookingId } });
  expect(row).toMatchObject({ state: "requested", lapsesAt: tuesdayAt(14) });
  expect(await mailsTo(asking, "booking-requested")).toHaveLength(2);
  const taken = await bookedRoom(other, space.slug, room.id);
  await db.booking.updateMany({
    where: { id: taken },
    data: { state: "confirmed", lapsesAt: null },
  });
  const back = { bookingId, ...hours(9, 11) };
  expect(await moveBooking(asking, back, mondayMorning)).toMatchObject({ refusal: "slot_taken" });
});

test("a closure said meanwhile is seen, however old the reading of the calendar", async () => {
  const space = await aSpace();
  const member = await aMember();
  const bookingId = await booked(member, space);
  await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-06-17T00:00:00Z"),
      endsAt: new Date("2026-06-18T00:00:00Z"),
      reason: "Travaux",
    },
  });
  const move = { bookingId, ...wednesdayMorning };
  expect(await moveBooking(member, move, mondayMorning)).toMatchObject({
    refusal: "space_closed",
    data: { reason: "Travaux" },
  });
});

test("a place nobody came to is free for a move, though no job has run", async () => {
  const space = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const [absent, member, host] = [await aMember(), await aMember(), await hostOf(space)];
  const missed = await booked(absent, space, { day: tuesday, part: "morning" });
  const bookingId = await booked(member, space, { day: tuesday, part: "afternoon" });
  const move = { bookingId, day: tuesday, part: "morning" as const };
  const nine = new Date("2026-06-16T07:00:00Z");
  expect(await moveBooking(host, move, nine)).toMatchObject({ ok: true });
  const rows = await db.booking.findMany({ where: { id: { in: [missed, bookingId] } } });
  expect(rows.map((row) => row.state).sort()).toEqual(["confirmed", "no_show"]);
  expect(rows.find((row) => row.id === bookingId)?.lapsesAt).toEqual(
    new Date("2026-06-16T07:30:00Z"),
  );
});
