import { expect, test } from "vitest";
import { cancelBooking } from "@/lib/bookings/commands";
import { reinstateBooking } from "@/lib/bookings/releases/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { anonymous, systemActor } from "@/lib/core/actor";
import { editEvent } from "@/lib/events/editing/commands";
import { takeOffer } from "@/lib/events/offers/answers/commands";
import { settleLines } from "@/lib/events/offers/commands";
import { cancelRegistration } from "@/lib/events/registrations/endings/commands";
import { cancelEvent, reopenEvent } from "@/lib/events/showings/commands";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { db } from "@/lib/infra/db";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { aRegistration, thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";
import { mailsAbout, register, somebody, standingOf } from "@/tests/support/registering";

const system = systemActor("test");
const minutes = (count: number) => new Date(at.getTime() + count * 60_000);

/** One seat in a room, had by one, and somebody who waits. */
async function aFullRoom() {
  const house = await aHouse();
  const { id, slug } = await made(house, { capacity: 1, offerMinutes: 60 });
  const event = { spaceId: house.space.id, id, slug };
  const [seated, waiting] = [await somebody(event), await somebody(event)];
  const bookingId = (await standing(id)).bookingId ?? "";
  return { ...house, event, bookingId, seated, waiting };
}

/** What the jobs of the changes of an event do. */
async function tellAll({ spaceId, id: eventId }: { spaceId: string; id: string }, on: Date) {
  const changes = await db.eventChange.findMany({ where: { spaceId, eventId, toldAt: null } });
  for (const { id: changeId } of changes) await tellEventChange(system, { spaceId, changeId }, on);
}

test("had again by the board, an event offers what was given back meanwhile to whoever waits", async () => {
  const { host, event, bookingId, seated, waiting } = await aFullRoom();
  await cancelBooking(host, { bookingId, reason: "Dégât des eaux" }, at);
  await cancelRegistration(anonymous, seated, minutes(1));
  expect((await reinstateBooking(host, { bookingId }, minutes(2))).ok).toBe(true);
  await tellAll(event, minutes(3));
  expect(await standingOf(waiting)).toMatchObject({ state: "offered", offerUntil: minutes(63) });
  expect(await register(event, {}, { on: minutes(4) })).toMatchObject({ refusal: "full" });
  expect(await takeOffer(anonymous, waiting, minutes(5))).toMatchObject({ ok: true });
});

test("so does one that an undone closure shows again", async () => {
  const { host, space, event, seated, waiting } = await aFullRoom();
  const target = { slug: space.slug };
  const closed = await close(host, target, onDay("day", thursday), { all: "cancel" }, at);
  if (!closed.ok) throw new Error(closed.refusal);
  await cancelRegistration(anonymous, seated, minutes(1));
  await undoClosure(host, { closureId: closed.value.id }, minutes(2));
  expect(await standing(event.id)).toMatchObject({ state: "published" });
  await tellAll(event, minutes(3));
  expect(await standingOf(waiting)).toMatchObject({ state: "offered" });
});

/** One seat offered at nine for an hour, somebody behind. */
async function anOfferedSeat() {
  const room = await aFullRoom();
  const behind = await somebody(room.event);
  await cancelRegistration(anonymous, room.seated, at);
  expect(await standingOf(room.waiting)).toMatchObject({ state: "offered" });
  return { ...room, behind };
}

test("whoever was offered seats of a cancelled event keeps their turn, and has the whole time once it is shown again", async () => {
  const { host, event, waiting, behind } = await anOfferedSeat();
  await cancelEvent(host, { eventId: event.id }, minutes(2));
  expect(await takeOffer(anonymous, waiting, minutes(3))).toMatchObject({ refusal: "cancelled" });
  await settleLines(system, minutes(90));
  expect((await reopenEvent(host, { eventId: event.id }, minutes(180))).ok).toBe(true);
  expect(await standingOf(waiting)).toMatchObject({ state: "offered", offerUntil: minutes(240) });
  expect(await standingOf(behind)).toMatchObject({ state: "waiting" });
  expect(await takeOffer(anonymous, waiting, minutes(181))).toMatchObject({ ok: true });
  const kinds = (await mailsAbout(event)).map(({ kind }) => kind);
  expect(kinds).not.toContain("event-offer-lapsed");
});

test("so do they when it is the room that cancels it and shows it again", async () => {
  const { host, event, bookingId, waiting, behind } = await anOfferedSeat();
  await cancelBooking(host, { bookingId }, minutes(2));
  expect((await reinstateBooking(host, { bookingId }, minutes(180))).ok).toBe(true);
  await tellAll(event, minutes(181));
  expect(await standingOf(waiting)).toMatchObject({ state: "offered", offerUntil: minutes(241) });
  expect(await standingOf(behind)).toMatchObject({ state: "waiting" });
});

test("an offer of a cancelled event keeps nobody from writing it with fewer seats", async () => {
  const house = await aHouse();
  const { id } = await made(house, { capacity: 2 });
  const event = { spaceId: house.space.id, id };
  await aRegistration(event);
  const offered = await aRegistration(event, { state: "offered", offerUntil: minutes(60) });
  await cancelEvent(house.host, { eventId: id }, minutes(2));
  const fields = plainFields({ place: { kind: "space" }, capacity: 1 });
  expect((await editEvent(house.host, { eventId: id, fields }, minutes(90))).ok).toBe(true);
  expect(await standingOf(offered)).toMatchObject({ state: "waiting", offerUntil: null });
});
