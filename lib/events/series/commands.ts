import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inSavepoint, inTransaction, type Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import { noteChange } from "../changes/commands";
import type { EditingRefusal, EventAddress } from "../editing/schema";
import { type HeldEvent, holdEvent } from "../holds/commands";
import { fieldsOf } from "../hosted/queries";
import { insertEvent } from "../insertions/commands";
import { askToLead } from "../speakers/askings/commands";
import { onAnotherDay, repeatedDays } from "./rules";
import type { RefusedDate, RefusedDates, RepeatEventInput, RepeatRefusal } from "./schema";

export type Repeated = EventAddress & { made: number; refused: RefusedDate[] };

/** A series takes sixty rooms at most, one after the other. */
const longestRepeating = 60_000;

/**
 * Makes an event come again on the days ticked: each date is an event of its own, in the same state, with
 * its own seats and its own room, which is taken now. A date that is not to be had is told and left aside;
 * one the series has already, cancelled or not, stays as it is: the same form sent again makes nothing, and
 * says so. Refuses `event_ended`, `no_date` with why of each, and as `repeatedDays`. Hosts of the space and staff: each date is an event made, with its room.
 */
export async function repeatEvent(
  actor: Actor,
  input: RepeatEventInput,
  at: Date = now(),
): Promise<Result<Repeated, RepeatRefusal>> {
  return inTransaction<Repeated, RepeatRefusal>(async (tx) => {
    const { space, event } = await holdEvent(tx, actor, "create", input.eventId, at);
    const isOpen = event.state === "published" || event.state === "draft";
    if (!isOpen || event.endsAt <= at) return refuse("event_ended");
    const today = dayOf(at, space.calendar.timeZone);
    const days = repeatedDays(dayFromColumn(event.day), input, today);
    if (!days.ok) return days;
    const wanted = days.value.filter((day) => input.days.includes(day));
    const { made, refused } = await repeatOn(
      tx,
      actor,
      space,
      event,
      { ...input, days: wanted },
      at,
    );
    const isAgain = refused.length > 0 && refused.every(({ refusal }) => refusal === "exists");
    if (made === 0 && !isAgain) return refuse("no_date", { refused } satisfies RefusedDates);
    await askAgain(tx, space, event, made);
    const { id, slug } = event;
    return ok({ id, slug, spaceSlug: space.slug, made, refused });
  }, longestRepeating);
}

async function repeatOn(
  tx: Tx,
  actor: Actor,
  space: Space,
  event: HeldEvent,
  input: RepeatEventInput,
  at: Date,
): Promise<{ made: number; refused: RefusedDate[] }> {
  const seriesId = await seriesOf(tx, actor, event, input, at);
  const known = await tx.event.findMany({
    where: { spaceId: space.id, seriesId },
    select: { day: true },
  });
  const had = known.map(({ day }) => dayFromColumn(day));
  const refused: RefusedDate[] = [];
  let made = 0;
  // In their order: whoever takes several places takes them sorted.
  for (const day of [...input.days].sort()) {
    const result = had.includes(day)
      ? refuse("exists" as const)
      : await inSavepoint(tx, () => makeDate(tx, actor, space, event, { seriesId, day, at }));
    if (result.ok) made += 1;
    else refused.push({ day, refusal: result.refusal });
  }
  return { made, refused };
}

/** The series of the event, made when it has none; a later last day is its own from now on. */
async function seriesOf(
  tx: Tx,
  actor: Actor,
  event: HeldEvent,
  { frequency, lastDay: last }: RepeatEventInput,
  at: Date,
): Promise<string> {
  const { spaceId } = event;
  const lastDay = dateColumn(last);
  if (event.seriesId) {
    await tx.eventSeries.updateMany({
      where: { spaceId, id: event.seriesId, lastDay: { lt: lastDay } },
      data: { lastDay },
    });
    return event.seriesId;
  }
  const id = newId();
  const made = { createdAt: at, createdBy: personIdOf(actor) };
  await tx.eventSeries.create({
    data: { id, spaceId, frequency, firstDay: event.day, lastDay, ...made },
  });
  await tx.event.update({
    where: { spaceId_id: { spaceId, id: event.id } },
    data: { seriesId: id },
  });
  return id;
}

type Wanted = { seriesId: string; day: Day; at: Date };

async function makeDate(
  tx: Tx,
  actor: Actor,
  space: Space,
  event: HeldEvent,
  { seriesId, day, at }: Wanted,
): Promise<Result<EventAddress, EditingRefusal>> {
  const fields = onAnotherDay(fieldsOf(event, space.calendar.timeZone), day);
  const state = event.state === "published" ? ("published" as const) : ("draft" as const);
  const made = await insertEvent(tx, actor, space, fields, { id: newId(), state, seriesId, at });
  if (!made.ok) return made;
  const key = { spaceId: space.id, id: made.value.id };
  await copyWhatGoesWithIt(tx, event, { eventId: made.value.id, at });
  await noteChange(tx, actor, key, { verb: "created", at });
  return made;
}

/** Members who lead it, or are asked to, are asked once for all the dates made. */
async function askAgain(tx: Tx, space: Space, event: HeldEvent, made: number): Promise<void> {
  if (made === 0) return;
  const named = await tx.eventSpeaker.findMany({
    where: { spaceId: event.spaceId, eventId: event.id, declinedAt: null, personId: { not: null } },
    select: { person: { select: { id: true, email: true, locale: true } } },
  });
  for (const { person } of named) if (person) await askToLead(tx, space, event, person, made);
}

/**
 * Who leads it and its picture are those of every date, until one of them is changed: a yes to one date is
 * none to the others.
 */
async function copyWhatGoesWithIt(
  tx: Tx,
  event: HeldEvent,
  { eventId, at }: { eventId: string; at: Date },
): Promise<void> {
  const { spaceId, id } = event;
  const speakers = await tx.eventSpeaker.findMany({
    where: { spaceId, eventId: id, declinedAt: null },
  });
  await tx.eventSpeaker.createMany({
    data: speakers.map((speaker) => ({
      ...{ ...speaker, id: newId(), eventId, acceptedAt: null },
      askedAt: speaker.personId && at,
    })),
  });
  const picture = await tx.eventPicture.findUnique({
    where: { spaceId_eventId: { spaceId, eventId: id } },
  });
  if (picture) await tx.eventPicture.create({ data: { ...picture, eventId } });
}
