import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { addJob } from "@/lib/infra/jobs";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceById, listSpaces, type Space } from "@/lib/spaces/queries";
import type { DayRange } from "../rules";
import { earlierOf, firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../schema";
import {
  factDays,
  findUpToDateAt,
  listBookingsOfSpace,
  listFrozenDays,
  listWaitingMonths,
  listWaitingSpaces,
  usageOfDays,
} from "./queries";
import { dailyFacts, hullOf, lengthOf, presenceDays, takeDays, waitingDays } from "./rules";
import type { DailyFact, PresenceDay } from "./schema";

/** Days of a space counted in one transaction: what is killed in the middle loses no more work than that. */
const daysATurn = 62;
const patience = 60_000;

/** `work`: days and bookings looked at. */
export type Recount = { work: number; isDone: boolean };

/**
 * Counts again, from the bookings, the days of each space that wait, then the months they are of; `most`
 * bounds the days and bookings looked at. Marks go in the transaction that counts what they mark, so it may be killed at any
 * instant and run again, or twice at once. System only.
 */
export async function recountDailyFacts(
  actor: Actor,
  { most = Number.POSITIVE_INFINITY }: { most?: number } = {},
  at: Date = now(),
): Promise<Recount> {
  if (actor.kind !== "system") throw new Forbidden();
  const wanted = await factDays(at);
  const waiting = await listWaitingSpaces(wanted);
  // Kept by their version from here on: a transaction that reads a space reads it for itself alone.
  if (waiting.length > 0) await listSpaces();
  let work = 0;
  for (const spaceId of waiting) {
    for (let isWaiting = true; isWaiting; ) {
      if (work >= most) return { work, isDone: false };
      const turn = await countSomeDays(spaceId, wanted);
      work += turn.work;
      isWaiting = turn.isWaiting;
    }
  }
  const yesterday = addDays(wanted.last, -1);
  for (const month of await listWaitingMonths(yesterday)) await countMonth(month, yesterday);
  return { work, isDone: true };
}

/** Jobs that count run one after the other: the first count of a big network never takes more than one turn. */
export const factsQueue = "daily facts";

/** Seconds after the crontab's turn, which knows whole minutes only, at which it is to be counted again. */
const turnsBetween = [20, 40];

/** Asks for the turns between two of the crontab's. System only. */
export async function askForRecounts(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  for (const seconds of turnsBetween) {
    const runAt = new Date(at.getTime() + seconds * 1_000);
    const key = `recount_daily_facts ${seconds}`;
    const once = { runAt, key, queue: factsQueue, maxAttempts: 1 };
    await addJob(db, "recount_daily_facts", {}, once);
  }
}

/** What a page may have counted before it is shown, about two seconds; beyond, it says how old its figures are. */
const mostOfPage = 20_000;

/**
 * For whoever is about to read figures of these days: counts what waits, within a bound, and answers the
 * instant as of which they are right; null while some of them were never counted. System only.
 */
export async function refreshFacts(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<Date | null> {
  await recountDailyFacts(actor, { most: mostOfPage }, at);
  return findUpToDateAt(range, at);
}

/** Milliseconds by which figures may be late, as readers are promised. */
const mostLate = 60_000;

/** Counts what waits of these days, within a bound, and says whether their figures are then right. System only. */
export async function isUpToDate(actor: Actor, range: DayRange, at: Date): Promise<boolean> {
  const right = await refreshFacts(actor, range, at);
  return right !== null && at.getTime() - right.getTime() <= mostLate;
}

async function countSomeDays(
  spaceId: string,
  wanted: DayRange,
): Promise<{ work: number; isWaiting: boolean }> {
  const turn = await inTransaction(async (tx) => {
    await lockFacts(tx);
    const { marks, since } = await takeMarks(tx, spaceId);
    const kept = await tx.factSpan.findUnique({ where: { spaceId } });
    const span = kept && { first: dayFromColumn(kept.firstDay), last: dayFromColumn(kept.lastDay) };
    const frozen = await listFrozenDays(tx);
    const ranges = waitingDays(marks, { span, wanted, frozen });
    const { taken, left } = takeDays(ranges, daysATurn);
    const space = await getSpaceById(spaceId, tx);
    let work = 1;
    for (const range of taken) {
      work += lengthOf(range) + (await countDays(tx, space, range, frozen.at(-1)?.last ?? null));
    }
    await tx.staleDay.createMany({
      data: left.map(({ first, last }) => ({
        ...{ spaceId, firstDay: dateColumn(first), lastDay: dateColumn(last), markedAt: since },
      })),
    });
    await keepSpan(tx, spaceId, span ? hullOf(span, wanted) : wanted);
    await markMonths(tx, taken, since);
    return ok({ work, isWaiting: left.length > 0 });
  }, patience);
  return turn.ok ? turn.value : { work: 0, isWaiting: false };
}

/** One at a time over the network: the months are of all spaces. */
export async function lockFacts(tx: Tx): Promise<void> {
  await lockAlone(tx, "daily facts");
}

/** Only marks already committed are seen, so their bookings are seen by what is read after. */
async function takeMarks(tx: Tx, spaceId: string) {
  const rows = await tx.$queryRaw<{ first: Date | null; last: Date | null; since: Date }[]>`
    DELETE FROM stale_days WHERE space_id = ${spaceId}::uuid
    RETURNING first_day AS first, last_day AS last, marked_at AS since`;
  const dayIn = (column: Date | null) => column && dayFromColumn(column);
  return {
    marks: rows.map(({ first, last }) => ({ first: dayIn(first), last: dayIn(last) })),
    since: new Date(Math.min(Date.now(), ...rows.map(({ since }) => since.getTime()))),
  };
}

async function keepSpan(tx: Tx, spaceId: string, { first, last }: DayRange): Promise<void> {
  const days = { firstDay: dateColumn(first), lastDay: dateColumn(last) };
  await tx.factSpan.upsert({ where: { spaceId }, create: { spaceId, ...days }, update: days });
}

async function markMonths(tx: Tx, ranges: readonly DayRange[], since: Date): Promise<void> {
  const months = new Set(
    ranges.flatMap(({ first, last }) => monthsOf({ first: monthOf(first), last: monthOf(last) })),
  );
  await tx.$executeRaw`
    INSERT INTO network_months (month, users, residences, stale_since)
    SELECT month, 0, '{}', ${since} FROM unnest(${[...months].map(firstDayOf)}::date[]) AS month
    ON CONFLICT (month) DO UPDATE SET stale_since = least(network_months.stale_since, excluded.stale_since)
    WHERE network_months.frozen_at IS NULL`;
}

/**
 * Counts days of a space from its bookings and puts that in place of what was kept of them. First days up
 * to `frozenUntil` stay: nothing is left to tell them from. Answers how many bookings there were. Takes a
 * decided caller that holds `lockFacts`.
 */
export async function countDays(
  tx: Tx,
  space: Space,
  range: DayRange,
  frozenUntil: Day | null,
): Promise<number> {
  const bookings = await listBookingsOfSpace(tx, space.id, range);
  await replaceFacts(tx, space.id, range, dailyFacts(space, bookings, range));
  const present = presenceDays(space, bookings, range);
  const before = await replacePresences(tx, space.id, range, present);
  const after = present.filter(({ isGuest }) => !isGuest).map(({ who }) => who);
  await keepFirsts(tx, [...new Set([...before, ...after])], { from: range.first, frozenUntil });
  return bookings.length;
}

async function replaceFacts(tx: Tx, spaceId: string, range: DayRange, facts: DailyFact[]) {
  const days = { gte: dateColumn(range.first), lte: dateColumn(range.last) };
  await tx.dailyFact.deleteMany({ where: { spaceId, day: days } });
  await tx.$executeRaw`
    INSERT INTO daily_facts (space_id, day, half, kind, offered, booked, occupied, is_extended)
    SELECT ${spaceId}::uuid, f.day, f.half, f.kind, f.offered, f.booked, f.occupied, f."isExtended"
    FROM json_to_recordset(${JSON.stringify(facts)}::json) AS f(day date, half half_day, kind resource_kind,
      offered int, booked int, occupied int, "isExtended" boolean)`;
}

/** Answers the members who were said to be there. */
async function replacePresences(
  tx: Tx,
  spaceId: string,
  { first, last }: DayRange,
  presences: PresenceDay[],
): Promise<string[]> {
  const before = await tx.$queryRaw<{ who: string; isGuest: boolean }[]>`
    DELETE FROM presence_days WHERE space_id = ${spaceId}::uuid
      AND day BETWEEN ${first}::date AND ${last}::date RETURNING who, is_guest AS "isGuest"`;
  await tx.$executeRaw`
    INSERT INTO presence_days (space_id, day, who, is_guest, morning, afternoon)
    SELECT ${spaceId}::uuid, p.day, p.who, p."isGuest", p.morning, p.afternoon
    FROM json_to_recordset(${JSON.stringify(presences)}::json) AS p(day date, who uuid, "isGuest" boolean,
      morning boolean, afternoon boolean)`;
  return before.filter(({ isGuest }) => !isGuest).map(({ who }) => who);
}

type Since = { from: Day; frozenUntil: Day | null };

/** Who was first there, and came back, before these days, did so whatever they say. */
async function keepFirsts(tx: Tx, people: string[], { from, frozenUntil }: Since): Promise<void> {
  if (people.length === 0) return;
  const frozen = frozenUntil ?? "-infinity";
  await tx.$executeRaw`
    WITH loose AS (
      SELECT t.id, f.day AS known, f.returned_on AS known_back, f.space_ids, f.day <= ${frozen}::date AS is_frozen
      FROM unnest(${people}::uuid[]) AS t(id) LEFT JOIN first_presences f ON f.person_id = t.id
      WHERE f.person_id IS NULL OR f.day >= ${from}::date OR f.returned_on IS NULL OR f.returned_on >= ${from}::date
    ), firsts AS (
      SELECT l.*, CASE WHEN l.is_frozen THEN l.known
        ELSE (SELECT min(p.day) FROM presence_days p WHERE p.who = l.id) END AS day FROM loose l
    ), gone AS (
      DELETE FROM first_presences f USING firsts WHERE f.person_id = firsts.id AND firsts.day IS NULL
    )
    INSERT INTO first_presences (person_id, day, space_ids, returned_on)
    SELECT f.id, f.day,
      CASE WHEN f.is_frozen THEN f.space_ids ELSE (SELECT array_agg(p.space_id ORDER BY p.space_id)
        FROM presence_days p WHERE p.who = f.id AND p.day = f.day) END,
      CASE WHEN f.is_frozen AND f.known_back <= ${frozen}::date THEN f.known_back ELSE (SELECT min(p.day)
        FROM presence_days p WHERE p.who = f.id AND p.day >= date_trunc('month', f.day)::date + interval '1 month') END
    FROM firsts f WHERE f.day IS NOT NULL
    ON CONFLICT (person_id) DO UPDATE
      SET day = excluded.day, space_ids = excluded.space_ids, returned_on = excluded.returned_on`;
}

async function countMonth(month: Month, yesterday: Day): Promise<void> {
  await inTransaction(async (tx) => {
    await lockFacts(tx);
    const frozen = { month: dateColumn(firstDayOf(month)), frozenAt: { not: null } };
    if ((await tx.networkMonth.count({ where: frozen })) === 0) {
      await keepMonth(tx, month, yesterday);
    }
    return ok(null);
  }, patience);
}

/** Figures of a month from its days up to `yesterday`. Takes a decided caller that holds `lockFacts`. */
export async function keepMonth(tx: Tx, month: Month, yesterday: Day): Promise<void> {
  const range = { first: firstDayOf(month), last: earlierOf(lastDayOf(month), yesterday) };
  const { bySpace, network } = await usageOfDays(range, tx);
  const column = dateColumn(range.first);
  await tx.monthlyUsage.deleteMany({ where: { month: column } });
  await tx.monthlyUsage.createMany({
    data: [...bySpace].map(([spaceId, usage]) => ({
      ...usage,
      spaceId,
      month: column,
      users: usage.users,
    })),
  });
  const counted = {
    users: network.users,
    countedUntil: dateColumn(range.last),
    staleSince: null,
  };
  await tx.networkMonth.upsert({
    where: { month: column },
    create: { month: column, residences: {}, ...counted },
    update: counted,
  });
}
