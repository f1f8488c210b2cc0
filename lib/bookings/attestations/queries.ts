import type { PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { daysOfMonth } from "./schema";

/** One presence: from the arrival noted to the departure, or to the end of what was booked. */
export type AttestedPresence = {
  day: Day;
  from: Date;
  until: Date;
  timeZone: string;
  spaceName: string;
  communeName: string;
};

/**
 * The member's own presences of one month over the whole network, in order: arrivals that were noted and
 * are over. Nothing booked and not come to, nothing of anybody else. NotFound for a month not begun.
 */
export async function listAttestedPresences(
  actor: PersonActor,
  month: string,
  at: Date = now(),
): Promise<AttestedPresence[]> {
  const { first, last } = daysOfMonth(month);
  if (first > dayOf(at, networkTimeZone)) throw new NotFound();
  const rows = await db.booking.findMany({
    where: {
      personId: actor.personId,
      day: { gte: dateColumn(first), lte: dateColumn(last) },
      state: "confirmed",
      checkedInAt: { not: null },
      OR: [{ endsAt: { lte: at } }, { checkedOutAt: { not: null } }],
    },
    select: {
      day: true,
      endsAt: true,
      checkedInAt: true,
      checkedOutAt: true,
      resource: {
        select: {
          space: {
            select: { name: true, timeZone: true, commune: { select: { name: true } } },
          },
        },
      },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ checkedInAt, checkedOutAt, resource: { space }, ...row }) => {
    const until = checkedOutAt && checkedOutAt < row.endsAt ? checkedOutAt : row.endsAt;
    if (!checkedInAt || checkedInAt >= until) return [];
    const { name: spaceName, timeZone, commune } = space;
    const day = dayFromColumn(row.day);
    return [{ day, from: checkedInAt, until, timeZone, spaceName, communeName: commune.name }];
  });
}

/** Months in which the member's presence was noted, the last twelve, newest first, with how many days. */
export async function listAttestedMonths(
  actor: PersonActor,
  at: Date = now(),
): Promise<{ month: string; days: number }[]> {
  const until = dateColumn(dayOf(at, networkTimeZone));
  return db.$queryRaw<{ month: string; days: number }[]>(Prisma.sql`
    SELECT to_char(day, 'YYYY-MM') AS month, count(DISTINCT day)::int AS days FROM bookings
    WHERE person_id = ${actor.personId}::uuid AND state = 'confirmed'
      AND checked_in_at IS NOT NULL AND day <= ${until}::date
      AND (ends_at <= ${at} OR checked_out_at IS NOT NULL)
    GROUP BY 1 ORDER BY 1 DESC LIMIT 12`);
}
