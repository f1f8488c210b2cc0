import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anonymous, systemActor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { serveLine, settleLines } from "@/lib/events/offers/commands";
import { addRegistration } from "@/lib/events/registrations/commands";
import { decideSeats } from "@/lib/events/registrations/rules";
import { db, inTransaction, Prisma, violatedConstraint } from "@/lib/infra/db";
import { chanceOf } from "@/tests/support/chance";
import { anEvent } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";
import { noteFigures } from "@/tests/support/figures";
import { deadlocks, inParallel, outcomesOf } from "@/tests/support/races";
import { aSeatRace, clockOf, heldIn, type SeatRace, seatVerbs } from "@/tests/support/seat-race";

/** `npm run prove` asks for twenty thousand. */
const attempts = Number(process.env["SEAT_ATTEMPTS"] ?? 1_500);
const patience = 60_000 + attempts * 60;

type Said = { verb: string; result: Result<unknown, string> };

const urn = Object.entries(seatVerbs).flatMap(([verb, { weight }]) =>
  Array.from({ length: weight }, () => verb),
);

/** Sixty-four clients take the attempts one after the other; every fortieth only looks. */
async function run(race: SeatRace, count: number): Promise<Said[]> {
  const said = await inParallel(
    Array.from({ length: count }, (_, attempt) => async () => {
      if (attempt % 40 === 0) wrong.push(...(await wrongNow()));
      return say(race, attempt);
    }),
  );
  return said;
}

async function say(race: SeatRace, attempt: number): Promise<Said> {
  const turn = { race, chance: chanceOf(attempt), at: clockOf(attempt) };
  const verb = turn.chance.pick(urn);
  const result =
    (await seatVerbs[verb]?.attempt(turn)) ?? (await seatVerbs["register"]?.attempt(turn));
  if (!result) throw new Error("nothing was tried");
  return { verb, result };
}

/**
 * Then one client alone, on the event in a room, looking after each turn: among many, whoever comes next
 * serves the line that a turn forgot, before anybody can see it.
 */
async function runAlone(race: SeatRace, from: number): Promise<Said[]> {
  const quiet = { ...race, events: [race.inRoom], cancelled: [race.inRoom] };
  const said: Said[] = [];
  for (let attempt = from; attempt < from + 300; attempt += 1) {
    said.push(await say(quiet, attempt));
    wrong.push(...(await wrongNow()));
  }
  return said;
}

/**
 * What no moment may show, read in one statement: more seats held than there are; somebody waiting whom the
 * free seats would do for, of an event that is shown (had again by its room, once that was told); somebody
 * offered seats of a cancelled one, whose time runs out unanswered; a registration whose people are not as
 * many as it says.
 */
async function wrongNow(): Promise<string[]> {
  const rows = await db.$queryRaw<{ what: string }[]>(Prisma.sql`
    WITH held AS (
      SELECT e.space_id, e.id, e.state, e.capacity, e.capacity - coalesce(sum(r.quantity), 0) AS free
      FROM events e LEFT JOIN event_registrations r
        ON r.space_id = e.space_id AND r.event_id = e.id AND r.state IN ('confirmed', 'offered')
      GROUP BY e.space_id, e.id, e.state, e.capacity)
    SELECT 'oversold by ' || -free AS what FROM held WHERE free < 0
    UNION ALL
    SELECT 'lost: ' || r.quantity || ' wait before ' || free FROM held
    JOIN event_registrations r ON r.space_id = held.space_id AND r.event_id = held.id
    WHERE held.state = 'published' AND r.state = 'waiting' AND r.quantity <= free
      AND NOT EXISTS (SELECT FROM event_changes c WHERE c.space_id = held.space_id AND c.event_id = held.id
        AND c.verb = 'reopened' AND c.actor_id IS NULL AND c.told_with IS NULL)
    UNION ALL
    SELECT 'kept in vain: ' || r.quantity FROM held
    JOIN event_registrations r ON r.space_id = held.space_id AND r.event_id = held.id
    WHERE held.state = 'cancelled' AND r.state = 'offered'
    UNION ALL
    SELECT 'people: ' || r.quantity FROM event_registrations r
    WHERE r.quantity <> (SELECT count(*) FROM event_attendees a WHERE a.registration_id = r.id)`);
  return rows.map(({ what }) => what);
}

/**
 * Notes, as Postgres sees it happen, each turn in the line and its service, and whoever was passed over by somebody
 * their seats would have done for: an offer to a later one, a newcomer, somebody coming back.
 */
async function watchTheLine(): Promise<void> {
  await db.$executeRaw`
    CREATE TABLE line_watch (registration uuid, rank bigint, what text, came boolean, passed bigint)`;
  await db.$executeRaw`
    CREATE FUNCTION watch_line() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      was int := CASE WHEN TG_OP = 'UPDATE' AND OLD.state IN ('confirmed', 'offered') THEN OLD.quantity ELSE 0 END;
    BEGIN
      INSERT INTO line_watch SELECT NEW.id, NEW.rank, NEW.state::text,
        TG_OP = 'INSERT' OR OLD.state <> NEW.state, count(*) FROM event_registrations r
      WHERE r.space_id = NEW.space_id AND r.event_id = NEW.event_id AND r.id <> NEW.id AND r.state = 'waiting'
        AND NEW.state <> 'waiting' AND r.quantity <= NEW.quantity - was AND (NEW.state = 'confirmed' OR r.rank < NEW.rank);
      RETURN NULL;
    END $$`;
  await db.$executeRaw`
    CREATE TRIGGER line_is_watched AFTER INSERT OR UPDATE OF state, quantity ON event_registrations
    FOR EACH ROW WHEN (NEW.state IN ('confirmed', 'offered', 'waiting')) EXECUTE FUNCTION watch_line()`;
}

async function countOf(query: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(query);
  return row?.count ?? -1;
}

let told: Said[] = [];
let alone: Said[] = [];
let world: SeatRace;
let broken = 0;
const wrong: string[] = [];

beforeAll(async () => {
  world = await aSeatRace(attempts);
  await watchTheLine();
  const before = await deadlocks();
  const startedAt = performance.now();
  told = await run(world, attempts);
  alone = await runAlone(world, attempts);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  broken = (await deadlocks()) - before;
  wrong.push(...(await wrongNow()));
  const byVerb = Object.fromEntries(
    Object.keys(seatVerbs).map((verb) => [
      verb,
      outcomesOf(told.filter((one) => one.verb === verb).map(({ result }) => result)),
    ]),
  );
  const served = await countOf(
    Prisma.sql`SELECT count(*)::int FROM line_watch WHERE what = 'offered'`,
  );
  noteFigures("seats", {
    ...{ attempts: told.length, clients: 64, seconds, deadlocks: broken },
    ...{ wrong: wrong.length, served, byVerb },
  });
}, patience);

test("whatever sixty-four clients mix, at no moment is a seat sold twice or lost, and nothing deadlocks", async () => {
  expect(told).toHaveLength(attempts);
  const reinstated = alone.filter(({ verb, result }) => verb === "board reinstate" && result.ok);
  expect(reinstated.length).toBeGreaterThan(1);
  expect(wrong).toEqual([]);
  expect(broken).toBe(0);
  // Offers nobody answered end at last, and what they held goes on to the next.
  await settleLines(systemActor("race"), clockOf(attempts + 1_000));
  expect(await wrongNow()).toEqual([]);
});

test("the order of the line is kept: nobody is passed over by somebody whose seats would do for them", async () => {
  const passed = Prisma.sql`SELECT count(*)::int FROM line_watch WHERE passed > 0`;
  const offered = Prisma.sql`SELECT count(*)::int FROM line_watch WHERE what = 'offered'`;
  expect(await countOf(offered)).toBeGreaterThan(20);
  expect(await countOf(passed)).toBe(0);
});

test("nobody is served twice in one turn, nor once their event has begun", async () => {
  const twice = Prisma.sql`
    SELECT count(*)::int FROM (
      SELECT FROM line_watch WHERE came GROUP BY registration, rank
      HAVING count(*) FILTER (WHERE what = 'offered') > count(*) FILTER (WHERE what = 'waiting')) AS served`;
  expect(await countOf(twice)).toBe(0);
  const begun = world.events[3];
  const waiting = {
    eventId: begun?.id ?? "",
    state: { in: ["waiting" as const, "offered" as const] },
  };
  expect(await db.eventRegistration.count({ where: waiting })).toBe(0);
});

test("every verb is tried and succeeds", () => {
  const tried = Object.keys(seatVerbs).map((verb) => {
    const results = told.filter((one) => one.verb === verb).map(({ result }) => result);
    return { verb, ok: results.filter((result) => result.ok).length };
  });
  expect(tried.filter((one) => one.ok === 0)).toEqual([]);
});

/** The same deciding and writing, the event not held: what the command would be without its lock. */
function registerUnheld(event: Awaited<ReturnType<typeof anEvent>>, at: Date) {
  return inTransaction<null, string>(async (tx) => {
    const room = await serveLine(tx, event, at);
    const state = decideSeats({ quantity: 2, mayWait: false }, room);
    if (state !== "confirmed") return refuse(state);
    const whom = { name: "Lou", email: null, locale: "fr", quantity: 2, names: {}, answers: {} };
    const wish = { ...whom, questions: [], state, key: randomUUID() };
    await addRegistration(tx, anonymous, event, wish, at);
    return ok(null);
  });
}

test("negative control: unheld, the constraint alone keeps the seats; without both they are oversold", async () => {
  const space = await aSpace({ desks: 0 });
  const at = clockOf(0);
  const guarded = await anEvent(space, { capacity: 7 });
  const tries = (event: typeof guarded) =>
    Array.from({ length: 64 }, () => async () => {
      try {
        return await registerUnheld(event, at);
      } catch (error) {
        return refuse(violatedConstraint(error) ?? "unknown");
      }
    });
  expect(outcomesOf(await inParallel(tries(guarded)))["event_never_oversold"]).toBeGreaterThan(0);
  expect(await heldIn(db, guarded)).toBeLessThanOrEqual(7);
  // This file has a database of its own, so the trigger can go; the other tests ran before.
  await db.$executeRaw`DROP TRIGGER event_never_oversold ON event_registrations`;
  const unguarded = await anEvent(space, { capacity: 7 });
  await inParallel(tries(unguarded));
  expect(await heldIn(db, unguarded)).toBeGreaterThan(7);
});
