import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { findEventFor } from "../addresses/queries";
import { grantInduction } from "../inductions/commands";
import { lockEvent } from "../locks/commands";
import { markedPresence, mostArrivals, setRight, whyNoAttendance } from "./rules";
import type {
  ArrivalInput,
  AttendanceInput,
  AttendanceRefusal,
  HeadCountInput,
  Mark,
  SheetInput,
  WithdrawArrivalInput,
} from "./schema";

type Saved = {
  /** Marks of somebody who is not on the sheet of this event. */
  unknown: string[];
};

/**
 * Takes in what a phone kept: ticks, unticks and people at the door, in any order, some sent before.
 * Each person is counted once (`markedPresence`); the same arrival twice is one. Hosts of the space and
 * speakers; journalled. Refuses `not_yet`, `too_late`, `event_cancelled`, `too_many_arrivals`.
 */
export async function saveAttendance(
  actor: Actor,
  input: AttendanceInput,
  at: Date = now(),
): Promise<Result<Saved, AttendanceRefusal>> {
  const byOurClock = <One extends { markedAt: Date }>(one: One): One =>
    input.sentAt ? { ...one, markedAt: setRight(one.markedAt, input.sentAt, at) } : one;
  const marks = input.marks.map(byOurClock);
  const arrivals = input.arrivals.map(byOurClock);
  return inTransaction<Saved, AttendanceRefusal>((tx) =>
    saveIn(tx, actor, { event: input.event, marks, arrivals }, at),
  );
}

/**
 * The sheet sent as a form: what it changes is marked now, and nothing else, for another phone may have
 * said more since it was drawn. Refuses as saveAttendance.
 */
export async function saveSheet(
  actor: Actor,
  { event, was, ticked }: SheetInput,
  at: Date = now(),
): Promise<Result<Saved, AttendanceRefusal>> {
  const markAs = (isPresent: boolean) => (attendeeId: string) => ({
    ...{ attendeeId, isPresent },
    markedAt: at,
  });
  const come = ticked.filter((id) => !was.includes(id)).map(markAs(true));
  const gone = was.filter((id) => !ticked.includes(id)).map(markAs(false));
  return saveAttendance(actor, { event, marks: [...come, ...gone], arrivals: [] }, at);
}

/** Notes somebody at the door by name, present at once; the same number twice is one. Refuses as saveAttendance. */
export async function noteAtTheDoor(
  actor: Actor,
  { event, id, name }: ArrivalInput,
  at: Date = now(),
): Promise<Result<Saved, AttendanceRefusal>> {
  return saveAttendance(actor, { event, marks: [], arrivals: [{ id, name, markedAt: at }] }, at);
}

/** Takes back somebody noted at the door by mistake, or twice. Twice is the same as once. */
export async function withdrawArrival(
  actor: Actor,
  { event, id }: WithdrawArrivalInput,
  at: Date = now(),
): Promise<Result<null, AttendanceRefusal>> {
  return inTransaction<null, AttendanceRefusal>(async (tx) => {
    const held = await lockForTheDay(tx, actor, event, at);
    if (!held.ok) return held;
    const { spaceId, id: eventId } = held.value;
    const { count } = await tx.eventAttendee.updateMany({
      where: { spaceId, eventId, id, registrationId: null, withdrawnAt: null },
      data: { withdrawnAt: at, presentAt: null, markedBy: personIdOf(actor) },
    });
    if (count > 0) {
      const action = "event.arrival_withdrawn";
      await writeJournal(tx, { actor, action, spaceId, subjectId: eventId });
    }
    return ok(null);
  });
}

/** Writes how many people were counted in one look, beside the names and never added to them. */
export async function countHeads(
  actor: Actor,
  { event, heads = undefined }: HeadCountInput,
  at: Date = now(),
): Promise<Result<null, AttendanceRefusal>> {
  return inTransaction<null, AttendanceRefusal>(async (tx) => {
    const held = await lockForTheDay(tx, actor, event, at);
    if (!held.ok) return held;
    const { spaceId, id } = held.value;
    const headCount = heads ?? null;
    await tx.event.update({
      where: { spaceId_id: { spaceId, id } },
      data: { headCount, headCountBy: headCount === null ? null : personIdOf(actor) },
    });
    const action = "event.heads_counted";
    await writeJournal(tx, { actor, action, spaceId, subjectId: id, after: { headCount } });
    return ok(null);
  });
}

async function saveIn(
  tx: Tx,
  actor: Actor,
  { event, marks, arrivals }: AttendanceInput,
  at: Date,
): Promise<Result<Saved, AttendanceRefusal>> {
  const held = await lockForTheDay(tx, actor, event, at);
  if (!held.ok) return held;
  const { spaceId, id: eventId } = held.value;
  const known = await tx.eventAttendee.count({ where: { spaceId, eventId, registrationId: null } });
  if (known + arrivals.length > mostArrivals) {
    const ids = arrivals.map(({ id }) => id);
    const again = await tx.eventAttendee.count({ where: { spaceId, eventId, id: { in: ids } } });
    if (known + arrivals.length - again > mostArrivals) return refuse("too_many_arrivals");
  }
  await tx.eventAttendee.createMany({
    data: arrivals.map(({ id, name, markedAt }) => ({
      ...{ id, spaceId, eventId, name, createdAt: at, markedBy: personIdOf(actor) },
      presentAt: markedAt > at ? at : markedAt,
      markedAt: markedAt > at ? at : markedAt,
    })),
    skipDuplicates: true,
  });
  const unknown = await applyMarks(tx, actor, { spaceId, eventId, marks, at });
  await grantInduction(tx, held.value, at);
  const after = { marks: marks.length - unknown.length, arrivals: arrivals.length };
  if (after.marks + after.arrivals > 0) {
    const action = "event.attendance_saved";
    await writeJournal(tx, { actor, action, spaceId, subjectId: eventId, after });
  }
  return ok({ unknown });
}

type Marks = { spaceId: string; eventId: string; marks: Mark[]; at: Date };

/** Returns the numbers that are nobody of this event. */
async function applyMarks(
  tx: Tx,
  actor: Actor,
  { spaceId, eventId, marks, at }: Marks,
): Promise<string[]> {
  const ids = [...new Set(marks.map(({ attendeeId }) => attendeeId))];
  const rows = await tx.eventAttendee.findMany({
    where: { spaceId, eventId, id: { in: ids }, withdrawnAt: null },
    select: { id: true, presentAt: true, markedAt: true },
  });
  for (const row of rows) {
    const own = marks.filter(({ attendeeId }) => attendeeId === row.id);
    const known = { presentAt: row.presentAt, markedAt: row.markedAt };
    const marked = own.reduce((presence, mark) => markedPresence(presence, mark, at), known);
    if (marked === known) continue;
    await tx.eventAttendee.update({
      where: { spaceId_id: { spaceId, id: row.id } },
      data: { ...marked, markedBy: personIdOf(actor) },
    });
  }
  const found = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !found.has(id));
}

/** The event alone, for whoever may see its people; NotFound for anybody else. */
async function lockForTheDay(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Date,
): Promise<Result<{ spaceId: string; id: string }, AttendanceRefusal>> {
  const event = await lockEvent(tx, await findEventFor(tx, actor, "people", { slug }));
  const { timeZone } = await tx.space.findUniqueOrThrow({
    where: { id: event.spaceId },
    select: { timeZone: true },
  });
  const why = whyNoAttendance({ ...event, day: dayFromColumn(event.day), timeZone }, at);
  return why ? refuse(why) : ok({ spaceId: event.spaceId, id: event.id });
}
