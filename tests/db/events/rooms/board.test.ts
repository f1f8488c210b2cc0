import { expect, test } from "vitest";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { cancelBooking } from "@/lib/bookings/commands";
import { changeDetails } from "@/lib/bookings/details/commands";
import { getHostDay } from "@/lib/bookings/host-days/queries";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { settleSpace } from "@/lib/bookings/settlements/commands";
import { changeResource } from "@/lib/bookings/terms/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { addDays, instantAt } from "@/lib/core/day";
import { editEvent } from "@/lib/events/editing/commands";
import { db, violatedConstraint } from "@/lib/infra/db";
import { getResourceToSetUp } from "@/lib/spaces/resources/queries";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, atWall, made, standing, tellingsOf } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { aRoom, aSpace, mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

async function held(own: Parameters<typeof made>[1] = {}) {
  const house = await aHouse();
  const { id } = await made(house, own);
  const bookingId = (await standing(id)).bookingId ?? "";
  const during = instantAt(thursday, 900, house.space.timeZone);
  return { ...house, house, id, bookingId, during };
}

test("moved on the board, the event moves with its room, and whoever is registered is told once", async () => {
  const { space, other, host, id, bookingId } = await held();
  const evening = atWall(space, 1_110, 1_260);
  const moved = await moveBooking(host, { bookingId, resourceId: other.id, ...evening }, at);
  expect(moved.ok).toBe(true);
  const event = await standing(id);
  expect(event).toMatchObject({
    ...evening,
    resourceId: other.id,
    state: "published",
    sequence: 1,
  });
  expect(event.booking).toMatchObject({ ...evening, resourceId: other.id, lapsesAt: null });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["created", "moved"]);
  expect(await tellingsOf(space.id)).toBe(1);
});

test("its room is not moved to one too small for its seats, nor to a part of a day", async () => {
  const { space, host, bookingId } = await held();
  const small = await aRoom(space, { capacity: 6 });
  expect(await moveBooking(host, { bookingId, resourceId: small.id }, at)).toMatchObject({
    refusal: "too_many_people",
    data: { capacity: "6" },
  });
  const part = { bookingId, day: thursday, part: "morning" as const };
  expect(await moveBooking(host, part, at)).toMatchObject({ refusal: "mode_not_offered" });
});

test("cancelled on the board, the event is cancelled; reinstated there, it is shown again", async () => {
  const { host, id, bookingId } = await held();
  await cancelBooking(host, { bookingId, reason: "Dégât des eaux" }, at);
  expect(await standing(id)).toMatchObject({ state: "cancelled", endReason: "Dégât des eaux" });
  expect((await reinstateBooking(host, { bookingId }, at)).ok).toBe(true);
  expect(await standing(id)).toMatchObject({ state: "published", booking: { lapsesAt: null } });
});

test("a room that its event left is not taken back by the board", async () => {
  const { host, id, bookingId } = await held();
  await editEvent(host, { eventId: id, fields: plainFields({ place: { kind: "space" } }) }, at);
  expect(await reinstateBooking(host, { bookingId }, at)).toMatchObject({
    refusal: "not_restorable",
  });
  const where = { spaceId_id: { spaceId: (await standing(id)).spaceId, id: bookingId } };
  const back = db.booking.update({ where, data: { state: "confirmed", endedAt: null } });
  expect(await back.then(() => null, violatedConstraint)).toBe("event_room_has_event");
});

test("nobody checks in for an event, is missed at it, gives it back or says who comes with it", async () => {
  const { host, bookingId, during } = await held();
  const input = { bookingId };
  const said = [checkIn, undoCheckIn, checkOut, markNoShow, releaseBooking];
  for (const verb of said) {
    expect(await verb(host, input, during)).toMatchObject({ refusal: "belongs_to_event" });
  }
  const details = { bookingId, companions: ["Ana"] };
  expect(await changeDetails(host, details, at)).toMatchObject({ refusal: "belongs_to_event" });
  expect(await listOfferedVerbs(host, bookingId, at)).toEqual(["move"]);
});

test("time does not give the room of an event back, however nobody arrives", async () => {
  const { space, host, id, bookingId } = await held();
  await db.space.update({ where: { id: space.id }, data: { noShowGraceMinutes: 15 } });
  await moveBooking(host, { bookingId, ...atWall(space, 870, 1_050) }, at);
  await settleSpace(db, space.id, new Date("2026-07-01T00:00:00Z"));
  expect(await standing(id)).toMatchObject({ state: "published", booking: { state: "confirmed" } });
});

test("the board of the day shows the event in its room, late for nobody", async () => {
  const { space, host, bookingId, during } = await held();
  const { entries } = await getHostDay(host, space.slug, thursday, during);
  expect(entries).toMatchObject([
    {
      ...{ id: bookingId, name: "Répondre à un marché public", isEvent: true },
      attendance: "expected",
    },
  ]);
});

test("a closure cancels the event with its room, and undone shows it again", async () => {
  const { space, host, id } = await held();
  const closed = await close(
    host,
    { slug: space.slug },
    onDay("day", thursday),
    { all: "cancel" },
    at,
  );
  if (!closed.ok) throw new Error(closed.refusal);
  expect(await standing(id)).toMatchObject({ state: "cancelled", endReason: "Panne de chauffage" });
  await undoClosure(host, { closureId: closed.value.id }, new Date(at.getTime() + 60_000));
  expect(await standing(id)).toMatchObject({ state: "published", endReason: null });
  expect((await standing(id)).changes.map(({ verb }) => verb)).toEqual([
    ...["created", "cancelled", "reopened"],
  ]);
});

test("a closure of the room proposes one that holds the seats of the event, in its own space", async () => {
  const { space, room, other, host, id, bookingId } = await held();
  const elsewhere = await aSpace();
  await aRoom(elsewhere, { capacity: 40 });
  const target = { slug: space.slug, resourceId: room.id };
  const preview = await previewClosure(host, target, onDay("day", thursday), at);
  if (!preview.ok) throw new Error(preview.refusal);
  expect(preview.hits).toMatchObject([
    { id: bookingId, instead: { resource: { id: other.id }, slug: space.slug } },
  ]);
  const closed = await close(host, target, onDay("day", thursday), { all: "move" }, at);
  expect(closed.ok).toBe(true);
  expect(await standing(id)).toMatchObject({
    ...{ state: "published", resourceId: other.id },
    booking: { lapsesAt: null },
  });
});

test("with no room large enough the closure says there is none, whatever the seats elsewhere", async () => {
  const { space, room, other, host } = await held();
  await db.resource.update({
    where: { spaceId_id: { spaceId: space.id, id: other.id } },
    data: { capacity: 7 },
  });
  const house = onDay("day", thursday, addDays(thursday, 20));
  const target = { slug: space.slug, resourceId: room.id };
  const preview = await previewClosure(host, target, house, at);
  if (!preview.ok) throw new Error(preview.refusal);
  expect(preview.hits).toMatchObject([{ instead: null }]);
});

test("the seats of an event keep its room as large as they are", async () => {
  const { space, room, host } = await held();
  const { setup } = await getResourceToSetUp(host, space.slug, room.id);
  const change = { slug: space.slug, resourceId: room.id, setup: { ...setup, capacity: 7 } };
  expect(await changeResource(host, change, at)).toMatchObject({ refusal: "capacity_booked" });
  const safe = { ...change, setup: { ...setup, capacity: 7, mostPeople: 8 } };
  expect((await changeResource(host, safe, at)).ok).toBe(true);
});
