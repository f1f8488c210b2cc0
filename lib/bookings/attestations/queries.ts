import type { PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { daysOfMonth } from "./schema";

/** One presence: from the arrival noted, or the start where none is noted, to the departure or the end of what was booked. */
export type AttestedPresence = {
  day: Day;
  from: Date;
  until: Date;
  timeZone: string;
  spaceName: string;
  communeName: string;
  /** False: the space notes no arrivals, the hours are those booked. */
  isNoted: boolean;
};

/**
 * What counts as a presence at that instant, of a booking `b` (docs/glossary.md): an arrival noted, once it
 * is over; else a booking kept to its end where the space does not check in, that is where it waits for
 * nobody and noted no arrival at all that month.
 */
export const isPresence = (at: Date) => Prisma.sql`b.state = 'confirmed' AND (
  (b.checked_in_at IS NOT NULL AND (b.ends_at <= ${at} OR b.checked_out_at IS NOT NULL))
  OR (b.checked_in_at IS NULL AND b.ends_at <= ${at} AND b.lapses_at IS NULL
    AND EXISTS (SELECT FROM spaces s WHERE s.id = b.space_id AND s.no_show_grace_minutes IS NULL)
    AND NOT EXISTS (SELECT FROM bookings noted
      WHERE noted.space_id = b.space_id AND noted.checked_in_at IS NOT NULL
        AND noted.day >= date_trunc('month', b.day) AND noted.day < date_trunc('month', b.day) + interval '1 month')))`;

type Row = Omit<AttestedPresence, "isNoted"> & { checkedInAt: Date | null };

/**
 * The member's own presences of one month over the whole network, in order. Nothing booked and not come
 * to, nothing of anybody else. NotFound for a month not begun.
 */
export async function listAttestedPresences(
  actor: PersonActor,
  month: string,
  at: Date = now(),
): Promise<AttestedPresence[]> {
  const { first, last } = daysOfMonth(month);
  if (first > dayOf(at, networkTimeZone)) throw new NotFound();
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT to_char(b.day, 'YYYY-MM-DD') AS day, coalesce(b.checked_in_at, b.starts_at) AS "from",
      least(b.ends_at, coalesce(b.checked_out_at, b.ends_at)) AS until,
      b.checked_in_at AS "checkedInAt",
      s.time_zone AS "timeZone", s.name AS "spaceName", c.name AS "communeName"
    FROM bookings b JOIN spaces s ON s.id = b.space_id JOIN communes c ON c.insee = s.commune_insee
    WHERE b.person_id = ${actor.personId}::uuid
      AND b.day BETWEEN ${dateColumn(first)}::date AND ${dateColumn(last)}::date AND ${isPresence(at)}
    ORDER BY b.starts_at, b.id`);
  return rows
    .filter(({ from, until }) => from < until)
    .map(({ checkedInAt, ...row }) => ({ ...row, isNoted: checkedInAt !== null }));
}

/** Months in which the member was present, the last twelve, newest first, with how many days. */
export async function listAttestedMonths(
  actor: PersonActor,
  at: Date = now(),
): Promise<{ month: string; days: number }[]> {
  const until = dateColumn(dayOf(at, networkTimeZone));
  return db.$queryRaw<{ month: string; days: number }[]>(Prisma.sql`
    SELECT to_char(b.day, 'YYYY-MM') AS month, count(DISTINCT b.day)::int AS days FROM bookings b
    WHERE b.person_id = ${actor.personId}::uuid AND b.day <= ${until}::date AND ${isPresence(at)}
    GROUP BY 1 ORDER BY 1 DESC LIMIT 12`);
}
