import { expect, test } from "vitest";
import { instantAt } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { db, violatedConstraint } from "@/lib/infra/db";
import { anEvent, aRegistration, thursday } from "@/tests/support/events";
import { aRoom, aSpace } from "@/tests/support/factories";

/** What Postgres refuses by itself, whatever writes: prisma/migrations/*_guard_events. */

async function refusalOf(write: Promise<unknown>): Promise<string | null> {
  try {
    await write;
    return null;
  } catch (error) {
    return violatedConstraint(error);
  }
}

test("seats are never oversold, by a new registration, by more people, nor by one that comes back", async () => {
  const event = await anEvent(await aSpace(), { capacity: 3 });
  const first = await aRegistration(event, { quantity: 2 });
  expect(await refusalOf(aRegistration(event, { quantity: 2 }))).toBe("event_never_oversold");
  const second = await aRegistration(event, { quantity: 1 });
  const key = (id: string) => ({ where: { spaceId_id: { spaceId: event.spaceId, id } } });
  const more = db.eventRegistration.update({ ...key(second.id), data: { quantity: 2 } });
  expect(await refusalOf(more)).toBe("event_never_oversold");
  const cancelled = { state: "cancelled" as const, endedAt: new Date() };
  await db.eventRegistration.update({ ...key(first.id), data: cancelled });
  await aRegistration(event, { quantity: 2 });
  const back = { state: "confirmed" as const, endedAt: null };
  const again = db.eventRegistration.update({ ...key(first.id), data: back });
  expect(await refusalOf(again)).toBe("event_never_oversold");
});

test("an offer holds its seats, the line none", async () => {
  const event = await anEvent(await aSpace(), { capacity: 2 });
  await aRegistration(event, { quantity: 2, state: "offered", offerUntil: new Date() });
  expect(await refusalOf(aRegistration(event))).toBe("event_never_oversold");
  expect(await refusalOf(aRegistration(event, { state: "waiting" }))).toBeNull();
});

test("seats cannot be made fewer than those held", async () => {
  const event = await anEvent(await aSpace(), { capacity: 5 });
  await aRegistration(event, { quantity: 4 });
  const where = { spaceId_id: { spaceId: event.spaceId, id: event.id } };
  const to = (capacity: number) => db.event.update({ where, data: { capacity } });
  expect(await refusalOf(to(3))).toBe("event_never_oversold");
  expect(await refusalOf(to(4))).toBeNull();
});

test("one mailbox registers once for an event, and again once it gave its seats back", async () => {
  const event = await anEvent(await aSpace());
  const mail = { email: "bastien@exemple.test" };
  const first = await aRegistration(event, mail);
  await expect(aRegistration(event, { ...mail, state: "waiting" })).rejects.toThrow(/Unique/);
  await db.eventRegistration.update({
    where: { spaceId_id: { spaceId: event.spaceId, id: first.id } },
    data: { state: "cancelled", endedAt: new Date() },
  });
  expect(await refusalOf(aRegistration(event, mail))).toBeNull();
});

async function inARoom() {
  const space = await aSpace();
  const [room, other] = [await aRoom(space), await aRoom(space)];
  const during = {
    startsAt: instantAt(thursday, 840, space.timeZone),
    endsAt: instantAt(thursday, 1020, space.timeZone),
  };
  const bookingId = newId();
  const booking = {
    id: bookingId,
    spaceId: space.id,
    resourceId: room.id,
    guestName: "Répondre à un marché public",
    day: new Date(`${thursday}T00:00:00Z`),
    part: "hours" as const,
    ...during,
    source: "event" as const,
  };
  await db.booking.create({ data: booking });
  const event = await anEvent(space, { placeKind: "room", resourceId: room.id, bookingId });
  const read = () =>
    db.event.findUniqueOrThrow({
      where: { spaceId_id: { spaceId: space.id, id: event.id } },
      include: { changes: true },
    });
  const change = (data: Parameters<typeof db.booking.update>[0]["data"]) =>
    db.booking.update({ where: { spaceId_id: { spaceId: space.id, id: bookingId } }, data });
  return { space, room, other, event, during, read, change };
}

test("the event follows its room moved, to another time and another room, and says what was before", async () => {
  const { other, during, read, change } = await inARoom();
  const startsAt = new Date(during.startsAt.getTime() + 3_600_000);
  await change({
    startsAt,
    resource: { connect: { spaceId_id: { spaceId: other.spaceId, id: other.id } } },
  });
  const event = await read();
  expect(event).toMatchObject({ state: "published", startsAt, resourceId: other.id, sequence: 1 });
  expect(event.changes).toMatchObject([
    { verb: "moved", before: { startsAt: during.startsAt.toISOString() } },
  ]);
});

test("the event is cancelled with its room, and open again when the room is given back to it", async () => {
  const { read, change } = await inARoom();
  const endedAt = new Date("2026-06-01T10:00:00Z");
  await change({ state: "cancelled", endedAt, endReason: "Dégât des eaux" });
  expect(await read()).toMatchObject({ state: "cancelled", endedAt, endReason: "Dégât des eaux" });
  await change({ state: "confirmed", endedAt: null, endReason: null });
  const event = await read();
  expect(event).toMatchObject({ state: "published", endedAt: null });
  expect(event.changes.map(({ verb }) => verb)).toEqual(["cancelled", "reopened"]);
});

test("an event in a room cannot say another time or place than its room, nor be cancelled and keep it", async () => {
  const { space, other, event, during } = await inARoom();
  const where = { spaceId_id: { spaceId: space.id, id: event.id } };
  const later = new Date(during.endsAt.getTime() + 60_000);
  const moved = db.event.update({ where, data: { endsAt: later } });
  expect(await refusalOf(moved)).toBe("event_agrees_with_room");
  const elsewhere = db.event.update({ where, data: { resourceId: other.id } });
  expect(await refusalOf(elsewhere)).toBe("event_agrees_with_room");
  const cancelled = db.event.update({
    where,
    data: { state: "cancelled", endedAt: new Date() },
  });
  expect(await refusalOf(cancelled)).toBe("event_agrees_with_room");
});

test("whoever is registered is told of a room moved by a job left in the same transaction", async () => {
  const { event, during, change } = await inARoom();
  await change({ endsAt: new Date(during.endsAt.getTime() + 3_600_000) });
  const jobs = await db.$queryRaw<{ payload: { spaceId: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'tell_event_change'`;
  expect(jobs.filter(({ payload }) => payload.spaceId === event.spaceId)).toHaveLength(1);
});
