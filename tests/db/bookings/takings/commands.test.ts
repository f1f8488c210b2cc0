import { expect, test } from "vitest";
import type { Moment } from "@/lib/bookings/moments/rules";
import { findOwnBookingDuring } from "@/lib/bookings/seats/queries";
import { noticeOfNew, takePlace } from "@/lib/bookings/takings/commands";
import { StaleReading } from "@/lib/core/stale-reading";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember } from "@/tests/support/actors";
import {
  aBooking,
  aPerson,
  aRoom,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";

const bounds = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
const morning: Moment = {
  day: tuesday,
  part: "morning",
  startsAt: new Date(bounds.startsAt),
  endsAt: new Date(bounds.endsAt),
};
const hours = (from: string, to: string): Moment => ({
  day: tuesday,
  part: "hours",
  startsAt: new Date(`2026-06-16T${from}:00Z`),
  endsAt: new Date(`2026-06-16T${to}:00Z`),
});

async function by(overrides = {}) {
  return {
    personId: (await aPerson()).id,
    state: "confirmed" as const,
    source: "member" as const,
    createdBy: null,
    createdAt: mondayMorning,
    ...overrides,
  };
}

async function spaceWith(...names: string[]) {
  const made = await aSpace({ desks: 1 });
  const rooms = new Map<string, string>();
  for (const name of names) rooms.set(name, (await aRoom(made, { name })).id);
  return { made, rooms, id: (name: string) => rooms.get(name) ?? "" };
}

test("booking the whole room blocks its parts and a part blocks the whole, other parts stay free", async () => {
  const { made, id } = await spaceWith("Salle", "Gauche", "Droite");
  for (const partId of [id("Gauche"), id("Droite")]) {
    await db.resourcePart.create({ data: { spaceId: made.id, wholeId: id("Salle"), partId } });
  }
  const space = await getSpaceBySlug(made.slug);
  const take = async (name: string, moment: Moment) => {
    const candidates = space.resources.filter((resource) => resource.name === name);
    const taken = await takePlace(db, space, moment, candidates, await by());
    return taken.ok ? "ok" : taken.refusal;
  };
  expect(await take("Gauche", hours("08:00", "09:00"))).toBe("ok");
  expect(await take("Salle", hours("08:30", "09:30"))).toBe("slot_taken");
  expect(await take("Droite", hours("08:00", "09:00"))).toBe("ok");
  expect(await take("Salle", hours("09:00", "10:00"))).toBe("ok");
  expect(await take("Droite", hours("09:30", "10:00"))).toBe("slot_taken");
});

test("buffers are kept between two bookings and nowhere else", async () => {
  const made = await aSpace();
  await aRoom(made, { name: "Salle", bufferBeforeMinutes: 10, bufferAfterMinutes: 20 });
  const space = await getSpaceBySlug(made.slug);
  const candidates = space.resources.filter(({ name }) => name === "Salle");
  const take = async (from: string, to: string) =>
    (await takePlace(db, space, hours(from, to), candidates, await by())).ok;
  expect(await take("08:00", "09:00")).toBe(true);
  expect(await take("09:29", "10:00")).toBe(false);
  expect(await take("09:30", "10:00")).toBe(true);
  expect(await take("07:00", "07:31")).toBe(false);
  expect(await take("07:00", "07:30")).toBe(true);
});

test("a space that changed since it was read is not booked on", async () => {
  const made = await aSpace();
  const space = await getSpaceBySlug(made.slug);
  await db.openingException.create({
    data: { spaceId: made.id, day: new Date("2026-06-16T00:00:00Z"), intervals: [] },
  });
  await expect(takePlace(db, space, morning, space.resources, await by())).rejects.toThrow(
    StaleReading,
  );
});

test("a place whose grace has passed is had, and the one who did not come is noted", async () => {
  const made = await aSpace({ desks: 1, noShowGraceMinutes: 30 });
  const space = await getSpaceBySlug(made.slug);
  const first = await takePlace(db, space, morning, space.resources, await by());
  const late = new Date("2026-06-16T07:00:00Z");
  const early = new Date(late.getTime() - 1);
  const at = async (createdAt: Date) =>
    takePlace(db, space, morning, space.resources, await by({ createdAt }));
  expect(await at(early)).toMatchObject({ refusal: "slot_taken" });
  expect(await at(late)).toMatchObject({ ok: true });
  const missed = await db.booking.findFirst({ where: { id: first.ok ? first.value.id : "" } });
  expect(missed).toMatchObject({ state: "no_show", endedAt: late, lapsesAt: null });
});

test("a quota counts the kind over the period, requests included, whatever the resource", async () => {
  const made = await aSpace();
  const terms = { quotaCount: 1, quotaPeriod: "day" as const };
  await aRoom(made, { name: "A", needsApproval: true, ...terms });
  await aRoom(made, { name: "B", ...terms });
  const space = await getSpaceBySlug(made.slug);
  const only = (name: string) => space.resources.filter((resource) => resource.name === name);
  const facts = await by();
  const asked = { ...facts, state: "requested" as const };
  expect((await takePlace(db, space, hours("08:00", "09:00"), only("A"), asked)).ok).toBe(true);
  const second = await takePlace(db, space, hours("09:00", "10:00"), only("B"), facts);
  expect(second).toMatchObject({
    refusal: "quota_reached",
    data: { quotaCount: 1, quotaPeriod: "day" },
  });
  expect((await takePlace(db, space, morning, only("Bureau 1"), facts)).ok).toBe(true);
});

test("a request holds nothing, and is refused where it is hopeless", async () => {
  const made = await aSpace({ desks: 1 });
  const space = await getSpaceBySlug(made.slug);
  const ask = async () =>
    takePlace(db, space, morning, space.resources, await by({ state: "requested" }));
  expect([(await ask()).ok, (await ask()).ok]).toEqual([true, true]);
  expect((await takePlace(db, space, morning, space.resources, await by())).ok).toBe(true);
  expect(await ask()).toMatchObject({ refusal: "slot_taken" });
});

test("the same key is the same booking; once cancelled, a form books anew and an API does not", async () => {
  const made = await aSpace();
  const space = await getSpaceBySlug(made.slug);
  const facts = await by({ idempotencyKey: crypto.randomUUID() });
  const take = async (more = {}) => {
    const taken = await takePlace(db, space, morning, space.resources, { ...facts, ...more });
    return taken.ok ? taken.value.id : taken.refusal;
  };
  const first = await take();
  expect(await take()).toBe(first);
  await db.booking.updateMany({
    where: { id: first },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  expect(await take({ keyIsFinal: true })).toBe(first);
  expect(await take()).not.toBe(first);
});

test("one seat at a time for a person, a room beside it", async () => {
  const made = await aSpace();
  await aRoom(made, { name: "Salle" });
  const space = await getSpaceBySlug(made.slug);
  const facts = await by();
  const seats = space.resources.filter(({ kind }) => kind === "desk");
  const rooms = space.resources.filter(({ kind }) => kind === "room");
  const first = await takePlace(db, space, morning, seats, facts);
  expect(await takePlace(db, space, morning, seats, facts)).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: first.ok ? first.value.id : "" },
  });
  expect((await takePlace(db, space, hours("08:00", "09:00"), rooms, facts)).ok).toBe(true);
  const own = await findOwnBookingDuring(db, facts.personId, morning, mondayMorning);
  expect(own).toBe(first.ok && first.value.id);
});

test("a person without address is told nothing by mail", async () => {
  const space = await getSpaceBySlug((await aSpace()).slug);
  const facts = {
    id: crypto.randomUUID(),
    asks: false,
    resource: space.resources[0],
    at: mondayMorning,
  };
  const member = await aMember();
  expect(noticeOfNew({ ...member, email: null }, space, morning, facts)).toBeNull();
  expect(noticeOfNew(member, space, morning, facts)).toMatchObject({
    kind: "booking-confirmed",
    payload: { cancelUntil: "2026-06-15T16:00:00.000Z", bookingId: facts.id },
  });
});

test("joining two rooms booked at the same time is refused by the constraint", async () => {
  const made = await aSpace({ desks: 2 });
  const [first, second] = made.desks;
  await aBooking({ space: made, day: tuesday, ...bounds, desk: 0 });
  await aBooking({ space: made, day: tuesday, ...bounds, desk: 1 });
  await db.booking.updateMany({
    where: { spaceId: made.id },
    data: { endsAt: new Date("2126-06-16T08:00:00Z"), startsAt: new Date("2126-06-16T07:00:00Z") },
  });
  const join = db.resourcePart.create({
    data: { spaceId: made.id, wholeId: first?.id ?? "", partId: second?.id ?? "" },
  });
  await expect(join).rejects.toThrow(/booking_no_overlap/);
});
