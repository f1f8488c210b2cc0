import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { recordViews, writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canOpenLists } from "./policy";
import { readAttendance } from "./queries";
import {
  type AttendanceListRefusal,
  type EventListInput,
  type ListScope,
  mostLines,
  type Opening,
  type SpaceListInput,
} from "./schema";

type Opened = Result<{ id: string }, AttendanceListRefusal>;

/**
 * Opens the list of who was at an event, for an hour, journalled with why in the very transaction that reads
 * it. Staff and admins; NotFound for others and for an event that never was shown. Refuses `not_over` before it begins.
 */
export async function openEventList(
  actor: Actor,
  { evenement, motif }: EventListInput,
  at: Date = now(),
): Promise<Opened> {
  if (!canOpenLists(actor)) throw new NotFound();
  const event = await db.event.findFirst({
    where: { id: evenement, state: "published" },
    select: {
      ...{ spaceId: true, title: true, day: true, startsAt: true },
      space: { select: { name: true } },
    },
  });
  if (!event) throw new NotFound();
  if (event.startsAt > at) return refuse("not_over");
  const day = dayFromColumn(event.day);
  const said = { lieu: event.space.name, event: event.title, eventId: evenement };
  const scope = { kind: "event", spaceId: event.spaceId, eventId: evenement } as const;
  return open(actor, scope, { reason: motif, ...said, du: day, au: day }, at);
}

/**
 * The same for who was in a space over local days, both included. Staff and admins; NotFound for others and
 * for a space there is not. Refuses `not_over` where no day of them is over, `too_many`.
 */
export async function openSpaceList(
  actor: Actor,
  { lieu, du, au, pourquoi }: SpaceListInput,
  at: Date = now(),
): Promise<Opened> {
  if (!canOpenLists(actor)) throw new NotFound();
  const space = await getSpaceBySlug(lieu);
  if (du >= dayOf(at, space.calendar.timeZone)) return refuse("not_over");
  const scope = { kind: "space", spaceId: space.id, range: { first: du, last: au } } as const;
  return open(actor, scope, { reason: pourquoi, lieu: space.name, du, au }, at);
}

function open(actor: Actor, scope: ListScope, opening: Opening, at: Date): Promise<Opened> {
  const id = randomUUID();
  const { spaceId } = scope;
  return inTransaction<{ id: string }, AttendanceListRefusal>(async (tx) => {
    const { lines, unnamed } = await readAttendance(tx, scope, at);
    const people = unnamed.reduce((sum, { count }) => sum + count, lines.length);
    if (people > mostLines) return refuse("too_many");
    const after = { ...opening, people: lines.length };
    await writeJournal(tx, {
      ...{ actor, spaceId, after },
      ...{ action: "attendance_list.opened", subjectId: id },
    });
    const read = lines.flatMap(({ personId }) => personId ?? []);
    const seen = { spaceId, screen: "attendance_list", people: read, client: tx } as const;
    await recordViews(actor, seen, at);
    return ok({ id });
  });
}
