import { z } from "zod";
import { isPresence } from "@/lib/bookings/attestations/queries";
import { forgottenName } from "@/lib/bookings/retention/commands";
import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import type { DayRange } from "../rules";
import { canOpenLists } from "./policy";
import { namedLines } from "./rules";
import {
  type AttendanceLines,
  type AttendanceList,
  type ListScope,
  mostLines,
  openingInJournal,
  openMinutes,
} from "./schema";

/**
 * A list its reader opened less than an hour ago, read anew. NotFound for anybody else, whoever they are, and
 * once the hour is over: without its line in the journal nobody reads one.
 */
export async function getAttendanceList(
  actor: Actor,
  openingId: string,
  at: Date = now(),
): Promise<AttendanceList> {
  if (actor.kind !== "person" || !canOpenLists(actor)) throw new NotFound();
  if (!z.uuid().safeParse(openingId).success) throw new NotFound();
  // By the clock of the journal itself, which no request can move.
  const [entry] = await db.$queryRaw<{ at: Date; spaceId: string | null; after: unknown }[]>`
    SELECT at, space_id::text AS "spaceId", after FROM journal_entries
    WHERE actor_id = ${actor.personId}::uuid AND action = 'attendance_list.opened'
      AND subject_id = ${openingId} AND at > now() - make_interval(mins => ${openMinutes}::int)`;
  const opening = openingInJournal.safeParse(entry?.after).data;
  if (!entry?.spaceId || !opening) throw new NotFound();
  const { spaceId } = entry;
  const { eventId, du, au } = opening;
  const space = await db.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: { name: true, timeZone: true, commune: { select: { name: true } } },
  });
  const scope: ListScope = eventId
    ? { kind: "event", spaceId, eventId }
    : { kind: "space", spaceId, range: { first: du, last: au } };
  return {
    ...(await readAttendance(db, scope, at)),
    ...{ opening, openedAt: entry.at },
    space: { name: space.name, timeZone: space.timeZone, communeName: space.commune.name },
  };
}

export type HeldEvent = { id: string; title: string; day: Day; spaceName: string };

const mostEvents = 300;

/** Events that took place, the latest first, of which a list may be opened. NotFound for others than staff. */
export async function listHeldEvents(actor: Actor, at: Date = now()): Promise<HeldEvent[]> {
  if (!canOpenLists(actor)) throw new NotFound();
  const rows = await db.event.findMany({
    where: { state: "published", startsAt: { lte: at } },
    select: { id: true, title: true, day: true, space: { select: { name: true } } },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: mostEvents,
  });
  return rows.map(({ day, space, ...row }) => ({
    ...row,
    day: dayFromColumn(day),
    spaceName: space.name,
  }));
}

/** Who was there, by name; whoever calls has decided that it may be read, and journals it. */
export function readAttendance(client: Tx, scope: ListScope, at: Date): Promise<AttendanceLines> {
  return scope.kind === "event"
    ? attendanceOfEvent(client, scope)
    : attendanceOfSpace(client, scope.spaceId, scope.range, at);
}

type Row = {
  key: string;
  day: Day;
  startsAt: Date;
  endsAt: Date;
  name: string | null;
  organisation: string | null;
  arrivedAt: Date | null;
  personId: string | null;
};

/** Organisations a person was of on a local day, in words. */
const organisationsOf = (person: Prisma.Sql, day: Prisma.Sql) => Prisma.sql`(
  SELECT string_agg(o.name, ', ' ORDER BY o.name)
  FROM organisation_people m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.person_id = ${person} AND m.agreed_at::date <= ${day}
    AND (m.ended_at IS NULL OR m.ended_at::date > ${day}))`;

async function attendanceOfEvent(
  client: Tx,
  { spaceId, eventId }: { spaceId: string; eventId: string },
): Promise<AttendanceLines> {
  const who = Prisma.sql`CASE WHEN a.position = 0 THEN r.person_id END`;
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.id::text AS key, to_char(e.day, 'YYYY-MM-DD') AS day, e.starts_at AS "startsAt",
      e.ends_at AS "endsAt", coalesce(a.name, CASE WHEN a.position = 0 THEN r.name END) AS name,
      ${organisationsOf(who, Prisma.sql`e.day`)} AS organisation,
      a.present_at AS "arrivedAt", (${who})::text AS "personId"
    FROM events e
    JOIN event_attendees a ON a.space_id = e.space_id AND a.event_id = e.id
    LEFT JOIN event_registrations r ON r.space_id = a.space_id AND r.id = a.registration_id
    WHERE e.space_id = ${spaceId}::uuid AND e.id = ${eventId}::uuid
      AND a.present_at IS NOT NULL AND a.withdrawn_at IS NULL
    ORDER BY lower(coalesce(a.name, r.name)), a.id LIMIT ${mostLines + 1}`);
  const event = await client.event.findUnique({
    where: { spaceId_id: { spaceId, id: eventId } },
    select: { headCount: true },
  });
  return { ...namedLines(rows), heads: event?.headCount ?? null };
}

async function attendanceOfSpace(
  client: Tx,
  spaceId: string,
  { first, last }: DayRange,
  at: Date,
): Promise<AttendanceLines> {
  const rows = await client.$queryRaw<Row[]>(Prisma.sql`
    SELECT b.id::text AS key, to_char(b.day, 'YYYY-MM-DD') AS day,
      coalesce(b.checked_in_at, b.starts_at) AS "startsAt",
      greatest(coalesce(b.checked_in_at, b.starts_at), least(b.ends_at, coalesce(b.checked_out_at, b.ends_at)))
        AS "endsAt",
      coalesce(p.name, nullif(b.guest_name, ${forgottenName})) AS name,
      coalesce((SELECT o.name FROM organisations o WHERE o.id = b.organisation_id),
        ${organisationsOf(Prisma.sql`b.person_id`, Prisma.sql`b.day`)}) AS organisation,
      b.checked_in_at AS "arrivedAt", b.person_id::text AS "personId"
    FROM bookings b LEFT JOIN persons p ON p.id = b.person_id
    WHERE b.space_id = ${spaceId}::uuid AND b.source <> 'event'
      AND b.day BETWEEN ${dateColumn(first)}::date AND ${dateColumn(last)}::date AND ${isPresence(at)}
    ORDER BY b.day, lower(coalesce(p.name, nullif(b.guest_name, ${forgottenName}))), b.starts_at, b.id LIMIT ${mostLines + 1}`);
  return { ...namedLines(rows), heads: null };
}
