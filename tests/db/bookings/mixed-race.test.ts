import { beforeAll, expect, test } from "vitest";
import { seatKinds } from "@/lib/bookings/schema";
import { HandedOver } from "@/lib/core/errors";
import { type Result, refuse } from "@/lib/core/result";
import { db, Prisma } from "@/lib/infra/db";
import { chanceOf } from "@/tests/support/chance";
import { noteFigures } from "@/tests/support/figures";
import { raceVerbs } from "@/tests/support/race-verbs";
import { aRaceWorld, clockOf, type Race } from "@/tests/support/race-world";
import { deadlocks, inParallel, outcomesOf, overlapsIn } from "@/tests/support/races";

/** `npm run prove` asks for a hundred thousand. */
const attempts = Number(process.env["RACE_ATTEMPTS"] ?? 2_000);
/** An attempt costs milliseconds; on a machine busy with something else, tens of them. */
const patience = 60_000 + attempts * 60;

type Said = { verb: string; result: Result<unknown, string> };

/** Verbs by their weight: a draw among these is a draw by weight. */
const urn = Object.entries(raceVerbs).flatMap(([verb, { weight }]) =>
  Array.from({ length: weight }, () => verb),
);

/** A short race may offer nobody anything: it then goes on, so many times as long at the most. */
const mostRounds = 5;

/** Sixty-four clients take the attempts one after the other; the seed says what each of them tries. */
function run(race: Race, from: number): Promise<Said[]> {
  return inParallel(
    Array.from({ length: attempts }, (_, index) => async () => {
      const attempt = from + index;
      const chance = chanceOf(attempt);
      const turn = { race, chance, ...clockOf(attempt) };
      const verb = chance.pick(urn);
      const result = await inWords(raceVerbs[verb]?.attempt(turn));
      if (result) return { verb, result };
      const booked = await raceVerbs["book"]?.attempt(turn);
      if (!booked) throw new Error("nothing was tried");
      return { verb: "book", result: booked };
    }),
  );
}

/** A booking exchanged since the client last looked is said to be: the one edge that is an outcome here. */
async function inWords<Value>(attempt: Promise<Value> | undefined) {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof HandedOver) return refuse("handed_over");
    throw error;
  }
}

async function overlaps(race: Race): Promise<number> {
  const counts = await Promise.all(race.spaces.map(({ id }) => overlapsIn(id)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countOf(query: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(query);
  return row?.count ?? -1;
}

/** Pairs of seats one person holds at one instant, nobody having left and nothing having lapsed. */
async function doubleSeats(race: Race, at: Date): Promise<number> {
  const spaces = race.spaces.map(({ id }) => id);
  const seats = Prisma.sql`
    SELECT b.* FROM bookings b JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.space_id = ANY(${spaces}::uuid[]) AND r.kind::text = ANY(${seatKinds})
      AND b.state IN ('confirmed', 'held') AND b.checked_out_at IS NULL
      AND (b.lapses_at IS NULL OR b.lapses_at > ${at})`;
  return countOf(Prisma.sql`
    WITH seats AS (${seats})
    SELECT count(*)::int AS count FROM seats a JOIN seats b
      ON a.person_id = b.person_id AND a.id < b.id
     AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
     AND (a.waiting_entry_id IS NULL OR a.waiting_entry_id IS DISTINCT FROM b.waiting_entry_id)`);
}

/** Entries with more places than were asked for: offered twice, or served twice. */
function servedTwice(): Promise<number> {
  return countOf(Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT FROM waiting_entries e JOIN bookings b
        ON b.space_id = e.space_id AND b.waiting_entry_id = e.id
      GROUP BY e.id, e.quantity HAVING count(*) > e.quantity) AS twice`);
}

/** Entries said served without the places asked for; one exchanged since has left its wait. */
function servedShort(): Promise<number> {
  return countOf(Prisma.sql`
    SELECT count(*)::int AS count FROM waiting_entries e
    WHERE e.state = 'served' AND e.quantity > (
      SELECT count(*) FROM booking_changes c JOIN bookings b ON b.space_id = c.space_id AND b.id = c.booking_id
      WHERE b.space_id = e.space_id AND c.verb = 'accept' AND (b.waiting_entry_id = e.id OR EXISTS (
        SELECT FROM booking_changes s WHERE s.space_id = b.space_id AND s.booking_id = b.id
          AND s.verb = 'swap' AND s.before ->> 'personId' = e.person_id::text)))`);
}

/** What the refusals for want of a place say of other places. */
function losers(said: Said[]) {
  const lost = said.flatMap(({ result }) =>
    !result.ok && ["slot_taken", "space_full"].includes(result.refusal) ? [result.data] : [],
  );
  const told = lost.flatMap((data) =>
    typeof data === "object" && data !== null && "alternatives" in data ? [data.alternatives] : [],
  );
  const lists = told.filter(Array.isArray);
  return {
    lost: lost.length,
    withList: lists.length,
    withPlaces: lists.filter((list) => list.length > 0).length,
  };
}

function outcomesByVerb(said: Said[]) {
  return Object.fromEntries(
    Object.keys(raceVerbs).map((verb) => [
      verb,
      outcomesOf(said.filter((one) => one.verb === verb).map(({ result }) => result)),
    ]),
  );
}

const told: Said[] = [];
let world: Race;
let broken = 0;
let seconds = 0;

beforeAll(async () => {
  world = await aRaceWorld();
  const before = await deadlocks();
  const startedAt = performance.now();
  for (let round = 0; round < mostRounds && (round === 0 || inVain().length > 0); round += 1) {
    told.push(...(await run(world, told.length)));
  }
  seconds = (performance.now() - startedAt) / 1000;
  broken = (await deadlocks()) - before;
  noteFigures("race", {
    attempts: told.length,
    clients: 64,
    seconds: Math.round(seconds),
    overlaps: await overlaps(world),
    deadlocks: broken,
    ...losers(told),
    byVerb: outcomesByVerb(told),
  });
}, patience * mostRounds);

/** How often each verb was tried, and succeeded. */
function tries() {
  return Object.keys(raceVerbs).map((verb) => {
    const results = told.filter((one) => one.verb === verb).map(({ result }) => result);
    return { verb, times: results.length, ok: results.filter(({ ok }) => ok).length };
  });
}

/** Verbs that were tried often, and never with success. */
function inVain() {
  return tries().filter(({ times, ok }) => times >= 50 && ok === 0);
}

test("whatever sixty-four clients mix, no place is held twice and nothing ever deadlocks", async () => {
  expect(told.length).toBeGreaterThanOrEqual(attempts);
  expect(await overlaps(world)).toBe(0);
  expect(broken).toBe(0);
});

test("every verb is tried, and what is tried often succeeds", () => {
  expect(tries().filter(({ times }) => times === 0)).toEqual([]);
  expect(inVain()).toEqual([]);
});

test("who came too late is told of other places", () => {
  const { lost, withList, withPlaces } = losers(told);
  const without = told.filter(
    ({ result }) => losers([{ verb: "", result }]).lost > losers([{ verb: "", result }]).withList,
  );
  expect(outcomesByVerb(without)).toEqual(outcomesByVerb([]));
  expect(lost).toBeGreaterThan(0);
  expect(withList).toBe(lost);
  expect(withPlaces).toBe(lost);
});

test("no list of other places is ever empty, whatever the refusal: the world is never full for two weeks", () => {
  const empty = told.filter(
    ({ result }) =>
      !result.ok &&
      typeof result.data === "object" &&
      result.data !== null &&
      "alternatives" in result.data &&
      Array.isArray(result.data.alternatives) &&
      result.data.alternatives.length === 0,
  );
  expect(outcomesByVerb(empty)).toEqual(outcomesByVerb([]));
});

test("nobody holds two seats at once, and nobody in the line is served twice", async () => {
  const { at } = clockOf(told.length);
  expect(await doubleSeats(world, at)).toBe(0);
  expect(await servedTwice()).toBe(0);
  expect(await servedShort()).toBe(0);
  expect(await db.waitingEntry.count({ where: { state: "served" } })).toBeGreaterThan(0);
});

test("bookings are exchanged among the rest, and whoever had one is told so", () => {
  const outcomes = outcomesByVerb(told);
  expect(outcomes["accept swap"]?.["ok"]).toBeGreaterThan(0);
  expect(outcomes["propose swap"]?.["ok"]).toBeGreaterThan(0);
});

test("negative control: without the constraint the same race double-books", async () => {
  // This file has a database of its own, so the constraint can go; the other tests ran before.
  await db.$executeRaw`ALTER TABLE bookings DROP CONSTRAINT booking_no_overlap`;
  const unguarded = await aRaceWorld();
  await run(unguarded, 600);
  expect(await overlaps(unguarded)).toBeGreaterThan(0);
});
