import pg from "pg";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { placesFor } from "@/lib/bookings/offers/rules";
import { listTakenIntervals } from "@/lib/bookings/queries";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { addDays, dayFromColumn } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const clients = 64;
const turns = 6;
const parts = ["morning", "afternoon", "day"] as const;

/** The same draws at every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Site = { id: string; slug: string };

/** One thing a member does: answer an offer, cancel, join a line, leave it, book; refusals are part of life. */
async function act(member: PersonActor, sites: Site[], draw: () => number): Promise<string> {
  const mine = { personId: member.personId };
  const [booking, entry] = await Promise.all([
    db.booking.findFirst({ where: { ...mine, state: "confirmed" } }),
    db.waitingEntry.findFirst({ where: mine, orderBy: { rank: "desc" } }),
  ]);
  const answer = draw();
  if (entry?.state === "offered") {
    const reply = answer < 0.6 ? acceptOffer : leaveWaitingList;
    return outcomeOf(await reply(member, { entryId: entry.id }, mondayMorning));
  }
  if (booking && answer < 0.7) {
    return outcomeOf(await cancelBooking(member, { bookingId: booking.id }, mondayMorning));
  }
  if (entry?.state === "waiting" && answer < 0.1) {
    return outcomeOf(await leaveWaitingList(member, { entryId: entry.id }, mondayMorning));
  }
  const site = sites[Math.floor(draw() * sites.length)];
  const part = parts[Math.floor(draw() * parts.length)] ?? "morning";
  const wish = { slug: site?.slug ?? "", day: tuesday, part };
  if (answer < 0.4) return outcomeOf(await bookResource(member, wish, mondayMorning));
  const quantity = draw() < 0.8 ? 1 : 2;
  return outcomeOf(await joinWaitingList(member, { ...wish, quantity }, mondayMorning));
}

function outcomeOf(result: Result<unknown, string>): string {
  return result.ok ? "done" : result.refusal;
}

/** Rows that contradict the promise, once everybody has gone. */
async function faultsOf(sites: Site[]) {
  const ids = sites.map(({ id }) => id);
  const [counts] = await db.$queryRaw<Record<string, bigint>[]>`
    SELECT (SELECT count(*) FROM bookings a JOIN bookings b
              ON a.space_id = b.space_id AND a.resource_id = b.resource_id AND a.id < b.id
             AND a.during && b.during AND a.state IN ('confirmed', 'held') AND b.state IN ('confirmed', 'held')
            WHERE a.space_id = ANY(${ids}::uuid[])) AS overlaps,
           (SELECT count(*) FROM (SELECT waiting_entry_id FROM bookings b
             JOIN waiting_entries e ON e.space_id = b.space_id AND e.id = b.waiting_entry_id
             WHERE b.space_id = ANY(${ids}::uuid[])
             GROUP BY waiting_entry_id, e.quantity HAVING count(*) <> e.quantity) twice) AS "servedTwice",
           (SELECT count(*) FROM waiting_entries e WHERE e.space_id = ANY(${ids}::uuid[])
             AND (e.state = 'offered') <> EXISTS (SELECT FROM bookings b
               WHERE b.waiting_entry_id = e.id AND b.state = 'held')) AS "offersAstray",
           (SELECT count(*) FROM bookings a JOIN bookings b
              ON a.person_id = b.person_id AND a.id < b.id AND a.during && b.during
             AND a.state = 'confirmed' AND b.state = 'confirmed'
             AND (a.waiting_entry_id IS NULL OR a.waiting_entry_id IS DISTINCT FROM b.waiting_entry_id)
            WHERE a.space_id = ANY(${ids}::uuid[])) AS "inTwoSeats",
           (SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`;
  const numbers: Record<string, number> = { lost: await placesLost(sites) };
  for (const [name, count] of Object.entries(counts ?? {})) numbers[name] = Number(count);
  return numbers;
}

/** Entries that wait while as many places as they ask for are free, their person sitting nowhere else. */
async function placesLost(sites: Site[]): Promise<number> {
  let lost = 0;
  for (const { id, slug } of sites) {
    const space = await getSpaceBySlug(slug);
    const range = { first: tuesday, last: addDays(tuesday, 40) };
    const taken = (await listTakenIntervals([space], range, mondayMorning)).get(id) ?? [];
    const entries = await db.waitingEntry.findMany({ where: { spaceId: id, state: "waiting" } });
    for (const entry of entries) {
      const sits = await db.booking.count({
        where: {
          personId: entry.personId,
          state: { in: ["confirmed", "held"] },
          startsAt: { lt: entry.endsAt },
          endsAt: { gt: entry.startsAt },
        },
      });
      const wish = { ...entry, day: dayFromColumn(entry.day) };
      if (sits === 0 && placesFor(space, taken, wish, mondayMorning)) lost += 1;
    }
  }
  return lost;
}

/** Everybody at once, to the end; what each attempt came to. */
async function race(sites: Site[], seed: number): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  const members = await Promise.all(Array.from({ length: clients }, aMember));
  const lives = await Promise.allSettled(
    members.map(async (member, index) => {
      const draw = draws(seed + index);
      for (let turn = 0; turn < turns; turn += 1) {
        const outcome = await act(member, sites, draw);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }),
  );
  const failures = lives.filter(({ status }) => status === "rejected");
  if (failures.length > 0) throw new AggregateError(failures, "attempts failed");
  return outcomes;
}

const none = { overlaps: 0, servedTwice: 0, offersAstray: 0, inTwoSeats: 0, deadlocks: 0 };

test("64 clients booking, cancelling, joining, accepting and declining at once: nobody loses a place", async () => {
  const sites = [await aSpace({ desks: 3 })];
  const outcomes = await race(sites, 1);
  expect(outcomes.get("done")).toBeGreaterThan(50);
  expect(await db.booking.count({ where: { source: "waiting_list" } })).toBeGreaterThan(5);
  expect(await faultsOf(sites)).toEqual({ ...none, lost: 0 });
});

test("the same over two spaces, where a person may sit in one and wait in the other", async () => {
  const sites = [await aSpace({ desks: 3 }), await aSpace({ desks: 2 })];
  await race(sites, 100);
  expect(await faultsOf(sites)).toMatchObject(none);
  // Whoever has left a seat in the other space since is served at the next turn of the job.
  await settleEverywhere(systemActor("test"), mondayMorning);
  expect(await faultsOf(sites)).toEqual({ ...none, lost: 0 });
});

/** Slots of one desk, each cancelled while somebody joins its line: lines left with a free place. */
async function lostWhileJoining(space: Site): Promise<number> {
  const slots = Array.from({ length: 10 }, (_, index) => addDays(tuesday, index)).flatMap((on) =>
    (["morning", "afternoon"] as const).map((part) => ({ day: on, part })),
  );
  const open = [];
  for (const slot of slots) open.push(...(await tryToBook(space, slot)));
  expect(open.length).toBeGreaterThan(12);
  const queue = open.values();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const { id, member, slot } of queue) {
        const joiner = await aMember();
        const wish = { slug: space.slug, ...slot, quantity: 1 };
        const joined = joinWaitingList(joiner, wish, mondayMorning);
        await expect.poll(howManyLinger, { interval: 20 }).toBeGreaterThan(0);
        await Promise.all([joined, cancelBooking(member, { bookingId: id }, mondayMorning)]);
      }
    }),
  );
  return placesLost([space]);
}

/** Joiners who have read that nothing is free and not written yet that they wait. */
async function howManyLinger(): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event = 'PgSleep'`;
  return Number(row?.count);
}

async function tryToBook(
  space: Site,
  slot: { day: typeof tuesday; part: "morning" | "afternoon" },
) {
  const member = await aMember();
  const result = await bookResource(member, { slug: space.slug, ...slot }, mondayMorning);
  return result.ok ? [{ id: result.value.id, member, slot }] : [];
}

/** This file has a database of its own, which these statements change. */
async function changeDatabase(statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  await client.query(statements);
  await client.end();
}

test("whoever joins while the place is being cancelled is offered it, or told that it is free", async () => {
  // Time enough, between what a joiner reads and what they write, for somebody to cancel.
  await changeDatabase(`
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END';
    CREATE TRIGGER linger BEFORE INSERT ON waiting_entries FOR EACH ROW EXECUTE FUNCTION linger()`);
  expect(await lostWhileJoining(await aSpace({ desks: 1 }))).toBe(0);
});

test("negative control: without the lock of the space, places are lost while somebody waits", async () => {
  // There, a lock that locks nothing is found before the real one, by connections that are new.
  await changeDatabase(`
    CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT';
    CREATE FUNCTION public.pg_advisory_xact_lock_shared(bigint) RETURNS void LANGUAGE sql AS 'SELECT';
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$;
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  const path = () => db.$queryRaw`SELECT current_setting('search_path') AS path`.catch(() => null);
  await expect.poll(path).toEqual([{ path: "public, pg_catalog" }]);
  expect(await lostWhileJoining(await aSpace({ desks: 1 }))).toBeGreaterThan(0);
});
