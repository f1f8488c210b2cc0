import pg from "pg";
import { expect, test, vi } from "vitest";
import {
  type Availability,
  availabilityWriter,
  busyStatement,
  getAvailabilityVersion,
  readAvailability,
} from "@/lib/bookings/availability/queries";
import { addDays, day, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { makeScaleData } from "@/scripts/bench/scale-data";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const week = { from: day("2026-06-15"), days: 7 };
const asRead = availabilityWriter((availability: Availability) => availability);
const read = (slug: string, at = mondayMorning) => readAvailability(slug, week, asRead, at);

/** Statements that reach Postgres while `work` runs; they still reach it. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const count = query.mock.calls.length;
  query.mockRestore();
  return count;
}

function partsOn(availability: Availability, resourceId: string, on = tuesday) {
  const found = availability.resources.find(({ resource }) => resource.id === resourceId);
  return found?.days.find((each) => each.day === on);
}

test("a booked morning is taken, the afternoon free, the day taken; Sunday is closed", async () => {
  const space = await aSpace();
  await aBooking({
    ...{ space, day: tuesday, part: "morning" },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" },
  });
  const availability = await read(space.slug);
  const [first = "", second = ""] = space.desks.map(({ id }) => id);
  expect(partsOn(availability, first)).toEqual({
    day: tuesday,
    parts: { morning: "taken", afternoon: "free", day: "taken" },
    busy: [[Date.parse("2026-06-16T06:30:00Z"), Date.parse("2026-06-16T10:30:00Z")]],
  });
  expect(partsOn(availability, second)?.parts).toEqual({
    ...{ morning: "free", afternoon: "free", day: "free" },
  });
  expect(partsOn(availability, first, day("2026-06-21"))?.parts.day).toBe("closed");
});

test("the version changes with what may be had, not with who has it, in one statement", async () => {
  const space = await aSpace();
  const version = (at = mondayMorning) => getAvailabilityVersion(space.slug, week, at);
  const morning = {
    ...{ space, day: tuesday, part: "morning" as const },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" },
  };
  const free = await version();
  const { id } = await aBooking(morning);
  const one = await version();
  const held = await aBooking({ ...morning, desk: 1, state: "held" });
  const lapsesAt = new Date("2026-06-15T09:00:00Z");
  await db.booking.updateMany({ where: { id: held.id }, data: { lapsesAt } });
  const both = await version();
  const [desk] = space.desks;
  if (!desk) throw new Error("a space has desks");
  await db.closure.create({
    data: {
      ...{ spaceId: space.id, resourceId: desk.id, reason: "Peinture" },
      ...{ startsAt: new Date("2026-06-17T06:00:00Z"), endsAt: new Date("2026-06-17T20:00:00Z") },
    },
  });
  const closed = await version();
  expect(new Set([free, one, both, closed]).size).toBe(4);
  expect(closed).toMatch(/^[0-9a-f]{32}$/);
  const lapsed = await version(lapsesAt);
  expect(new Set([free, one, both, closed, lapsed]).size).toBe(5);

  await db.booking.updateMany({ where: { id }, data: { personId: null, guestName: "Odette" } });
  expect(await version()).toBe(closed);
  await aBooking({ ...morning, day: day("2026-06-23"), ...nextWeek });
  expect(await version()).toBe(closed);
  expect(await statementsOf(version)).toBe(1);
  await expect(getAvailabilityVersion("nulle-part", week)).rejects.toThrow(NotFound);
});

const nextWeek = { startsAt: "2026-06-23T06:30:00Z", endsAt: "2026-06-23T10:30:00Z" };

test("what has lapsed is free at once, with no job run, and nothing in memory says otherwise", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30 });
  const booking = await aBooking({
    ...{ space, day: tuesday, part: "morning" },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" },
  });
  const lapsesAt = new Date("2026-06-16T07:00:00Z");
  await db.booking.updateMany({ where: { id: booking.id }, data: { lapsesAt } });
  const morning = async (at: string) =>
    partsOn(await read(space.slug, new Date(at)), booking.resourceId)?.parts.morning;
  expect(await morning("2026-06-16T06:59:59Z")).toBe("taken");
  expect(await morning("2026-06-16T07:00:00Z")).toBe("free");
  expect(await morning("2026-06-16T10:30:00Z")).toBe("closed");
});

test("a room and its parts keep each other, closures of one resource and outside calendars count", async () => {
  const space = await aSpace({ desks: 0 });
  const [whole, part, other] = [await aRoom(space), await aRoom(space), await aRoom(space)];
  await db.resourcePart.create({
    data: { spaceId: space.id, wholeId: whole.id, partId: part.id },
  });
  const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
  const afternoon = {
    startsAt: new Date("2026-06-16T11:30:00Z"),
    endsAt: new Date("2026-06-16T16:30:00Z"),
  };
  await aBooking({ space: { id: space.id, desks: [part] }, day: tuesday, ...morning });
  const about = { spaceId: space.id, resourceId: other.id };
  await db.closure.create({ data: { ...about, ...afternoon, reason: "peinture" } });
  const { id: importId } = await db.calendarImport.create({
    data: { ...about, name: "Mairie", url: "https://exemple.test/mairie.ics" },
  });
  await db.busyBlock.create({
    data: { ...about, importId, startsAt: morning.startsAt, endsAt: morning.endsAt },
  });
  const availability = await read(space.slug);
  expect(partsOn(availability, whole.id)?.parts).toMatchObject({ morning: "taken" });
  expect(partsOn(availability, part.id)?.parts).toMatchObject({ morning: "taken" });
  expect(partsOn(availability, other.id)?.parts).toEqual({
    ...{ morning: "taken", afternoon: "closed", day: "closed" },
  });
});

test("a change of the calendar or of a booking is seen at the very next reading", async () => {
  const space = await aSpace();
  const [desk] = space.desks;
  await read(space.slug);
  const booking = await aBooking({
    ...{ space, day: tuesday },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T16:30:00Z" },
  });
  const parts = async () => partsOn(await read(space.slug), desk?.id ?? "")?.parts;
  expect(await parts()).toMatchObject({ day: "taken" });
  await db.booking.updateMany({
    where: { id: booking.id },
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  expect(await parts()).toMatchObject({ day: "free" });
  await db.closure.create({
    data: {
      spaceId: space.id,
      startsAt: new Date("2026-06-16T00:00:00Z"),
      endsAt: new Date("2026-06-17T00:00:00Z"),
      reason: "travaux",
    },
  });
  expect(await parts()).toMatchObject({ day: "closed" });
});

test("one statement, whether the space has one resource or forty", async () => {
  const small = await aSpace({ desks: 1 });
  const big = await aSpace({ desks: 40 });
  for (const { slug } of [small, big]) await getSpaceBySlug(slug);
  expect(await statementsOf(() => read(small.slug))).toBe(1);
  expect(await statementsOf(() => read(big.slug))).toBe(1);
});

test("the same busy times are written once: a second reading gives the very same answer", async () => {
  const space = await aSpace();
  const [first, second] = [await read(space.slug), await read(space.slug)];
  expect(second).toBe(first);
  expect(await read(space.slug, new Date("2026-06-15T10:30:00Z"))).not.toBe(first);
});

test("an unknown space is not found", async () => {
  await expect(read("nulle-part")).rejects.toThrow(NotFound);
});

test("a week of thirty resources reads sixteen buffers at most, never the bookings themselves", async () => {
  await makeScaleData(env().DATABASE_URL, { spaces: 10, resources: 30, bookings: 9_600 });
  const at = new Date();
  const space = await getSpaceBySlug("echelle-5");
  const range = { from: addDays(dayOf(at, space.calendar.timeZone), 1), days: 7 };
  const plan = await planOf(busyStatement(space, range, at));
  expect(JSON.stringify(plan)).toContain("Index Only Scan");
  expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThanOrEqual(16);
  const found = await readAvailability("echelle-5", range, asRead, at);
  expect(found.resources.flatMap(({ days }) => days.flatMap(({ busy }) => busy))).toHaveLength(420);
});

async function planOf({ statement, values }: ReturnType<typeof busyStatement>) {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    const explain = `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`;
    return (await client.query(explain, values)).rows[0]["QUERY PLAN"][0].Plan;
  } finally {
    await client.end();
  }
}
