import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, day, dayFromColumn, dayOf } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { canReadThanks } from "./policy";
import { thankableDays } from "./schema";

export type Meeting = {
  personId: string;
  name: string | null;
  day: Day;
  spaceName: string;
  isThanked: boolean;
};

/**
 * Whom the actor met in the last thirty days, today included, latest first, once a day: both present in one
 * space at one moment, the other seen by that booking, and no block between the two. Presence is an arrival,
 * or a kept booking that is over where the space notes none.
 */
export async function listMeetings(actor: Actor, at: Date = now()): Promise<Meeting[]> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const [rows, thanks] = await Promise.all([
    readMeetings(db, personId, at),
    db.thanks.findMany({ where: { fromId: personId }, select: { toId: true, day: true } }),
  ]);
  const given = new Set(thanks.map((each) => `${each.toId} ${dayFromColumn(each.day)}`));
  return rows.map((row) => ({ ...row, isThanked: given.has(`${row.personId} ${row.day}`) }));
}

type MeetingRow = Omit<Meeting, "isThanked">;

/** Meetings of one person; with `other` and `on`, only that one. No check; for this domain's commands. */
export async function readMeetings(
  client: Tx,
  personId: string,
  at: Date,
  only: { otherId: string; on: Day } | null = null,
): Promise<MeetingRow[]> {
  const today = dayOf(at, networkTimeZone);
  const first = addDays(today, -thankableDays);
  const since = new Date(dateColumn(first).getTime() - 86_400_000);
  const present = (b: string) =>
    Prisma.raw(`${b}.state = 'confirmed' AND (${b}.checked_in_at IS NOT NULL
    OR (s.check_in_code IS NULL AND s.no_show_grace_minutes IS NULL))`);
  const rows = await client.$queryRaw<(Omit<MeetingRow, "day"> & { day: string })[]>(Prisma.sql`
    SELECT DISTINCT ON (m.day, o.person_id) o.person_id::text AS "personId", p.name,
      m.day::text AS day, s.name AS "spaceName"
    FROM bookings m
    JOIN spaces s ON s.id = m.space_id
    JOIN bookings o ON o.space_id = m.space_id AND o.day = m.day AND o.person_id <> m.person_id
      AND o.starts_at > m.starts_at - interval '25 hours'
      AND o.starts_at < coalesce(m.checked_out_at, m.ends_at) AND coalesce(o.checked_out_at, o.ends_at) > m.starts_at
    JOIN persons p ON p.id = o.person_id AND p.erased_at IS NULL
    LEFT JOIN profiles f ON f.person_id = o.person_id
    WHERE m.person_id = ${personId}::uuid AND m.starts_at > ${since}
      AND m.day >= ${dateColumn(first)}::date AND m.day <= ${dateColumn(today)}::date
      AND ${present("m")} AND ${present("o")}
      -- Both have begun; where nobody notes arrivals, both are over.
      AND coalesce(m.checked_in_at, m.ends_at) <= ${at} AND coalesce(o.checked_in_at, o.ends_at) <= ${at}
      AND coalesce(o.shown_to_members, f.shares_presence, false)
      AND NOT EXISTS (SELECT FROM blocks x WHERE (x.blocker_id = m.person_id AND x.blocked_id = o.person_id)
        OR (x.blocker_id = o.person_id AND x.blocked_id = m.person_id))
      AND (${only?.otherId ?? null}::uuid IS NULL
        OR (o.person_id = ${only?.otherId ?? null}::uuid AND m.day = ${only ? dateColumn(only.on) : null}::date))
    ORDER BY m.day DESC, o.person_id
    LIMIT 200`);
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

export type ThanksView = {
  id: string;
  /** The other of the two. */
  name: string | null;
  day: Day;
  text: string | null;
};

/** The thanks one received and gave, latest first; nothing of whom a block hides. Seen by the two only. */
export async function listThanks(
  actor: Actor,
): Promise<{ received: ThanksView[]; given: ThanksView[] }> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const hidden = await listHiddenPeople(personId);
  const rows = await db.thanks.findMany({
    where: {
      OR: [{ fromId: personId }, { toId: personId }],
      fromId: { notIn: hidden },
      toId: { notIn: hidden },
    },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: 200,
  });
  const mine = rows.filter((row) => canReadThanks(actor, row));
  const otherOf = ({ fromId, toId }: { fromId: string; toId: string }) =>
    fromId === personId ? toId : fromId;
  const people = await db.person.findMany({
    where: { id: { in: mine.map(otherOf) } },
    select: { id: true, name: true },
  });
  const views = mine.map((row) => ({
    isGiven: row.fromId === personId,
    view: {
      id: row.id,
      name: people.find(({ id }) => id === otherOf(row))?.name ?? null,
      day: dayFromColumn(row.day),
      text: row.text,
    },
  }));
  return {
    received: views.filter(({ isGiven }) => !isGiven).map(({ view }) => view),
    given: views.filter(({ isGiven }) => isGiven).map(({ view }) => view),
  };
}
