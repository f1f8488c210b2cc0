import { addDays, type Day, dateColumn, day, dayFromColumn, dayOf } from "@/lib/core/day";
import { db, readDb, type Tx } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type KeptMonth, listKeptMonths } from "../frozen-months/queries";
import type { DayRange, UsageBooking, UsageOfNetwork } from "../rules";
import {
  addMonths,
  earlierOf,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsOf,
  type Period,
} from "../schema";
import { type Slots, usageOfFacts, yesterdayAt } from "./rules";
import type { FirstPresence, PresenceDay } from "./schema";

/** Months before the first booking that a chart still draws: what was offered then is counted too. */
const monthsBefore = 17;

/** Local days there should be facts of at that instant: from long before the first booking to today. */
export async function factDays(at: Date, client: Tx = db): Promise<DayRange> {
  const today = dayOf(at, networkTimeZone);
  const oldest = await findFirstStart(client);
  const first = oldest && oldest < at ? dayOf(oldest, networkTimeZone) : today;
  return { first: firstDayOf(addMonths(monthOf(first), -monthsBefore)), last: today };
}

/** When the first booking of the network begins; one look at the index of each space. */
export async function findFirstStart(client: Tx = readDb): Promise<Date | null> {
  const [row] = await client.$queryRaw<{ oldest: Date | null }[]>`
    SELECT min(first.starts_at) AS oldest FROM spaces s CROSS JOIN LATERAL (
      SELECT b.starts_at FROM bookings b WHERE b.space_id = s.id ORDER BY b.starts_at LIMIT 1) first`;
  return row?.oldest ?? null;
}

/** Spaces of which some day is to be counted, in order. */
export async function listWaitingSpaces(wanted: DayRange): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM spaces s LEFT JOIN fact_spans f ON f.space_id = s.id
    WHERE f.space_id IS NULL OR f.first_day > ${wanted.first}::date OR f.last_day < ${wanted.last}::date
      OR EXISTS (SELECT FROM stale_days d WHERE d.space_id = s.id)
    ORDER BY s.id`;
  return rows.map(({ id }) => id);
}

/** Months not frozen whose figures are older than their days, or do not yet say all that is over by `yesterday`. */
export async function listWaitingMonths(yesterday: Day): Promise<Month[]> {
  const rows = await db.$queryRaw<{ month: Date }[]>`
    SELECT month FROM network_months
    WHERE frozen_at IS NULL AND (stale_since IS NOT NULL OR counted_until <
      least((month + interval '1 month - 1 day')::date, ${yesterday}::date))
    ORDER BY month`;
  return rows.map(({ month }) => monthOf(dayFromColumn(month)));
}

/** Whole frozen months as days, oldest first. */
export async function listFrozenDays(client: Tx): Promise<DayRange[]> {
  const rows = await client.networkMonth.findMany({
    where: { frozenAt: { not: null } },
    select: { month: true },
    orderBy: { month: "asc" },
  });
  return rows.map(({ month }) => {
    const of = monthOf(dayFromColumn(month));
    return { first: firstDayOf(of), last: lastDayOf(of) };
  });
}

/**
 * How good figures of these days are: `at` when nothing waits, else since when something does; null while
 * a space has days that were never counted.
 */
export async function findUpToDateAt({ first, last }: DayRange, at: Date): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ uncounted: boolean; since: Date | null }[]>`
    SELECT EXISTS (SELECT FROM spaces s LEFT JOIN fact_spans f ON f.space_id = s.id
        WHERE f.space_id IS NULL OR f.last_day < least(${last}::date, ${yesterdayAt(at)}::date)) AS uncounted,
      least((SELECT min(marked_at) FROM stale_days
          WHERE coalesce(first_day, '-infinity') <= ${last}::date AND coalesce(last_day, 'infinity') >= ${first}::date),
        (SELECT min(stale_since) FROM network_months
          WHERE frozen_at IS NULL AND month BETWEEN ${first}::date AND ${last}::date)) AS since`;
  if (!row || row.uncounted) return null;
  return row.since ?? at;
}

type BookingRow = [string, string, string | null, number, number, number | null, boolean];

/**
 * Bookings of a space that were not cancelled and may touch these local days, with a day's slack on both
 * sides. As one text: millions of them pass here, and rows as objects cost six times as much.
 */
export async function listBookingsOfSpace(
  client: Tx,
  spaceId: string,
  { first, last }: DayRange,
): Promise<UsageBooking[]> {
  const [row] = await client.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(id, resource_id, person_id, extract(epoch FROM starts_at) * 1000,
      extract(epoch FROM ends_at) * 1000, extract(epoch FROM checked_in_at) * 1000, source = 'event'))::text AS rows
    FROM bookings WHERE space_id = ${spaceId}::uuid AND state IN ('confirmed', 'no_show', 'released')
      AND starts_at >= ${dateColumn(addDays(first, -2))} AND starts_at < ${dateColumn(addDays(last, 2))}`;
  const rows: BookingRow[] = JSON.parse(row?.rows ?? "[]");
  return rows.map(([id, resourceId, personId, starts, ends, checkedIn, isEvent]) => ({
    id,
    spaceId,
    resourceId,
    personId,
    startsAt: new Date(starts),
    endsAt: new Date(ends),
    checkedInAt: checkedIn === null ? null : new Date(checkedIn),
    isEvent,
  }));
}

type PresenceRow = [string, string, string, boolean, boolean, boolean];

/** Who was where on these local days, both included, in one order always. Takes a decided caller. */
export async function listPresenceDays(
  { first, last }: DayRange,
  client: Tx = readDb,
): Promise<PresenceDay[]> {
  const [row] = await client.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_array(space_id, day, who, is_guest, morning, afternoon)
      ORDER BY day, who, space_id)::text AS rows
    FROM presence_days WHERE day BETWEEN ${first}::date AND ${last}::date`;
  const rows: PresenceRow[] = JSON.parse(row?.rows ?? "[]");
  return rows.map(([spaceId, on, who, isGuest, morning, afternoon]) => ({
    ...{ spaceId, who, isGuest, morning, afternoon },
    day: day(on),
  }));
}

/** Usage of these local days, both included, from what is kept of each; every space is there. */
export async function usageOfDays(range: DayRange, client: Tx = readDb): Promise<UsageOfNetwork> {
  const rows = await client.$queryRaw<(Slots & { id: string })[]>`
    SELECT s.id, coalesce(sum(f.offered), 0)::int AS offered, coalesce(sum(f.booked), 0)::int AS booked,
      coalesce(sum(f.occupied), 0)::int AS occupied
    FROM spaces s LEFT JOIN daily_facts f ON f.space_id = s.id
      AND f.day BETWEEN ${range.first}::date AND ${range.last}::date
    GROUP BY s.id ORDER BY s.id`;
  const slots = new Map(rows.map(({ id, ...own }) => [id, own]));
  return usageOfFacts(slots, await listPresenceDays(range, client));
}

/** Members present at least once over these local days, both included, by their identifiers. */
export async function listUsersPresent(
  { first, last }: DayRange,
  client: Tx = readDb,
): Promise<string[]> {
  const rows = await client.$queryRaw<{ who: string }[]>`
    SELECT DISTINCT who FROM presence_days
    WHERE day BETWEEN ${first}::date AND ${last}::date AND NOT is_guest`;
  return rows.map(({ who }) => who);
}

/** When each person was first there, and came back; of all that were ever known. Takes a decided caller. */
export async function listFirstPresences(client: Tx = readDb): Promise<FirstPresence[]> {
  const rows = await client.firstPresence.findMany({
    orderBy: [{ day: "asc" }, { personId: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    day: dayFromColumn(row.day),
    returnedOn: row.returnedOn && dayFromColumn(row.returnedOn),
  }));
}

/**
 * Every month of the period with its figures up to `yesterday`: as kept where they are of these very days,
 * else from what is kept of each day. Takes a decided caller, who has asked for fresh facts.
 */
export async function listCountedMonths(
  period: Period,
  yesterday: Day,
): Promise<Map<Month, KeptMonth>> {
  const days = { first: firstDayOf(period.first), last: lastDayOf(period.last) };
  const kept = await listKeptMonths(days);
  const months = new Map<Month, KeptMonth>();
  for (const month of monthsOf(period)) {
    const range = { first: firstDayOf(month), last: earlierOf(lastDayOf(month), yesterday) };
    const known = kept.get(month);
    const isRight = known?.isFrozen || known?.countedUntil === range.last;
    months.set(month, known && isRight ? known : await liveMonth(range));
  }
  return months;
}

async function liveMonth(range: DayRange): Promise<KeptMonth> {
  const usage = await usageOfDays(range);
  return { ...usage, isFrozen: false, residences: new Map(), countedUntil: range.last };
}
