import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { fullestInstant } from "@/lib/bookings/ceilings/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { changeDetails } from "@/lib/bookings/details/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking } from "@/lib/bookings/releases/commands";
import { changeSettings } from "@/lib/bookings/settings/commands";
import { getSettings } from "@/lib/bookings/settings/queries";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { day, instantAt } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent, thursday } from "@/tests/support/events";
import { aRoom, aSpace, mondayMorning as at } from "@/tests/support/factories";
import { inParallel, outcomesOf } from "@/tests/support/races";

const friday = day("2026-06-19");
const afternoon = { day: thursday, part: "afternoon" as const };
const next = { day: friday, part: "afternoon" as const };

/** A house for five people at once, where an event of three takes place on Thursday from two to five. */
async function anEventOfThree({ desks = 4, mostPeople = 5 } = {}) {
  const space = await aSpace({ desks, mostPeople });
  const event = await anEvent(space, { capacity: 3 });
  const book = async (when: typeof afternoon = afternoon, own = {}) => {
    const member = await aMember();
    const booked = await bookResource(member, { slug: space.slug, ...when, ...own }, at);
    return { ...booked, member };
  };
  const had = async (when: typeof afternoon = afternoon, own = {}) => {
    const booked = await book(when, own);
    if (!booked.ok) throw new Error(booked.refusal);
    return { member: booked.member, bookingId: booked.value.id };
  };
  return { space, event, host: await hostOf(space), book, had };
}

test("desks are booked until the house is full with the seats of an event, and again once one is given back", async () => {
  const { book, had } = await anEventOfThree();
  const first = await had();
  expect(await book()).toMatchObject({ ok: true });
  expect(await book()).toMatchObject({ refusal: "house_full" });
  await cancelBooking(first.member, { bookingId: first.bookingId }, at);
  expect(await book()).toMatchObject({ ok: true });
});

test("before the event and the day after there is room; nothing free then and there is offered instead", async () => {
  const { book } = await anEventOfThree();
  for (const part of ["morning", "afternoon"] as const) {
    const on = part === "morning" ? thursday : friday;
    for (let count = 0; count < 4; count += 1) {
      expect(await book({ day: on, part: part as "afternoon" })).toMatchObject({ ok: true });
    }
  }
  await book();
  await book();
  const refused = await book();
  if (refused.ok) throw new Error("the house is full");
  const { alternatives } = refused.data as { alternatives: { differs: string }[] };
  expect(alternatives.filter(({ differs }) => differs === "desk")).toEqual([]);
});

test("a cancelled event and one elsewhere leave the house to others, a house without a ceiling too", async () => {
  const { event, space, book } = await anEventOfThree();
  await book();
  await book();
  const where = { spaceId_id: { spaceId: space.id, id: event.id } };
  await db.event.update({ where, data: { placeKind: "elsewhere", address: "Salle des fêtes" } });
  expect(await book()).toMatchObject({ ok: true });
  await db.event.update({ where, data: { placeKind: "space", address: null } });
  expect(await book()).toMatchObject({ refusal: "house_full" });
  await db.space.update({ where: { id: space.id }, data: { mostPeople: null } });
  expect(await book()).toMatchObject({ ok: true });
});

test("those who come along count, equipment brings nobody", async () => {
  const { space, had, book } = await anEventOfThree();
  const room = await aRoom(space, { capacity: 8, modes: ["half_day"] });
  const projector = await aRoom(space, {
    kind: "equipment",
    modes: ["half_day"],
    name: "Projecteur",
  });
  const { member, bookingId } = await had(afternoon, { resourceId: room.id });
  const told = (companions: string[]) => changeDetails(member, { bookingId, companions }, at);
  expect(await told(["Ana", "Jo"])).toMatchObject({ refusal: "house_full" });
  expect(await told(["Ana"])).toMatchObject({ ok: true });
  expect(await book()).toMatchObject({ refusal: "house_full" });
  expect(await book(afternoon, { resourceId: projector.id })).toMatchObject({ ok: true });
  expect(await told([])).toMatchObject({ ok: true });
  expect(await book()).toMatchObject({ ok: true });
});

test("no booking is moved, had again or welcomed into a full house, by a host either", async () => {
  const { space, host, had } = await anEventOfThree();
  const early = await had();
  await cancelBooking(early.member, { bookingId: early.bookingId }, at);
  await had();
  await had();
  const other = await had(next);
  const move = { bookingId: other.bookingId, ...afternoon };
  expect(await moveBooking(other.member, move, at)).toMatchObject({ refusal: "house_full" });
  expect(await moveBooking(host, move, at)).toMatchObject({ refusal: "house_full" });
  const back = await reinstateBooking(host, { bookingId: early.bookingId }, at);
  expect(back).toMatchObject({ refusal: "house_full" });
  const welcome = { slug: space.slug, part: "afternoon" as const, guestName: "Odette" };
  const during = instantAt(thursday, 900, space.timeZone);
  const arrival = { ...welcome, idempotencyKey: randomUUID() };
  expect(await welcomeWalkIn(host, arrival, during)).toMatchObject({ refusal: "house_full" });
});

test("the fullest instant counts who is there together: who leaves is gone before who comes then", async () => {
  const { space, had } = await anEventOfThree({ mostPeople: 40 });
  await had({ day: thursday, part: "morning" as "afternoon" });
  await had();
  // From five on, the event is over.
  await anEvent(space, { capacity: 20, from: 1_020, until: 1_140 });
  const during = (from: number, until: number) => ({
    startsAt: instantAt(thursday, from, space.timeZone),
    endsAt: instantAt(thursday, until, space.timeZone),
  });
  expect(await fullestInstant(db, space.id, during(840, 1_020), at)).toEqual({
    ...{ people: 4, instant: instantAt(thursday, 840, space.timeZone) },
  });
  expect((await fullestInstant(db, space.id, during(0, 1_440), at)).people).toBe(21);
  expect((await fullestInstant(db, space.id, during(1_140, 1_440), at)).people).toBe(0);
});

test("the ceiling is not lowered under what is promised, with how many and when", async () => {
  const { space, host, had } = await anEventOfThree();
  await had();
  const { settings } = await getSettings(host, space.slug);
  const lower = (mostPeople: number | null) => {
    const input = { slug: space.slug, mark: undefined, settings: { ...settings, mostPeople } };
    return changeSettings(host, input, at);
  };
  expect(await lower(3)).toMatchObject({
    refusal: "people_expected",
    data: { count: 4, first: thursday, last: thursday },
  });
  expect(await lower(4)).toMatchObject({ ok: true });
  expect(await lower(null)).toMatchObject({ ok: true });
  expect(await lower(2)).toMatchObject({ refusal: "people_expected" });
});

const many = 16;
async function race() {
  const { space } = await anEventOfThree({ desks: many, mostPeople: 8 });
  const members = await Promise.all(Array.from({ length: many }, () => aMember()));
  const tasks = members.map(
    (member) => () => bookResource(member, { slug: space.slug, ...afternoon }, at),
  );
  return outcomesOf(await inParallel(tasks));
}

test("sixteen who book at once fill the house and no more", async () => {
  expect(await race()).toEqual({ ok: 5, house_full: 11 });
});

test("they would not one after the other without what makes them wait (negative control)", async () => {
  // The database of this file alone, and nothing after this.
  const [row] = await db.$queryRaw<{ said: string }[]>`
    SELECT pg_get_functiondef('take_place'::regproc) AS said`;
  const waits = "PERFORM pg_advisory_xact_lock(hashtextextended('house ' || space, 0));";
  expect(row?.said).toContain(waits);
  await db.$executeRawUnsafe((row?.said ?? "").replace(waits, ""));
  // Between the look and the commit, so that they see each other's place free.
  await db.$executeRawUnsafe(`CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.05); RETURN NULL; END $$`);
  await db.$executeRawUnsafe(`CREATE TRIGGER "takes_time" AFTER INSERT ON bookings
    FOR EACH ROW EXECUTE FUNCTION take_time()`);
  expect((await race())["ok"]).toBeGreaterThan(5);
});
