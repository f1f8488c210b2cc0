import type { Actor, PersonActor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { peopleOf } from "../alternatives/rules";
import { holdSpace } from "../holds/commands";
import { listAlternatives } from "../nearby/queries";
import { canBook, isOwnBooking } from "../policy";
import { notifyOfSeries } from "./notices/commands";
import { decidePattern } from "./patterns/rules";
import { canSeeSeries } from "./policy";
import { type Series, seriesSelect, toSeries } from "./queries";
import { wantedOn } from "./rules";
import { type BookSeriesInput, type PatternRefusal, type SeriesMoment, skipped } from "./schema";
import { keepRefused, takeDates } from "./takings/commands";

export type SeriesTaken = { id: string; booked: number; refused: number };

type BookSeriesRefusal =
  | PatternRefusal
  | "too_many_people"
  | "nothing_free"
  | "idempotency_key_reused";

/**
 * Books every date of the pattern that is free, in one transaction with one mail, and keeps the others
 * with the reason, to be tried again; where the host must agree, asks. The same idempotency key answers
 * with the same series. Refuses every PatternRefusal, `nothing_free` (a series without a single date is
 * none) and `too_many_people`, both with alternatives, `idempotency_key_reused` (for another space).
 */
export async function bookSeries(
  actor: Actor,
  input: BookSeriesInput,
  at: Date = now(),
): Promise<Result<SeriesTaken, BookSeriesRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const result = await withFreshReading(async (isLast) => {
    const { slug, idempotencyKey } = input;
    const read = isLast ? null : await getSpaceBySlug(slug);
    return inTransaction(async (tx) => {
      // Before anything else is held: the same form sent twice, at once and to any space, is one.
      if (idempotencyKey) await lockAlone(tx, `series ${actor.personId} ${idempotencyKey}`);
      return bookIn(tx, actor, read ?? (await holdSpace(tx, slug, at)), input, at);
    });
  });
  if (result.ok) return result;
  const { refusal } = result;
  if (refusal !== "nothing_free" && refusal !== "too_many_people") return result;
  const { slug, resourceId, firstDay, moment } = input;
  const { calendar } = await getSpaceBySlug(slug);
  const wanted = wantedOn(firstDay, moment, calendar.timeZone);
  const people = peopleOf(input.companions);
  const alternatives = await listAlternatives(
    { slug, resourceId, wanted, people, personId: actor.personId },
    at,
  );
  return refuse(refusal, { alternatives });
}

async function bookIn(
  tx: Tx,
  actor: PersonActor,
  space: Space,
  input: BookSeriesInput,
  at: Date,
): Promise<Result<SeriesTaken, BookSeriesRefusal>> {
  // The same form sent again answers alike, even when its first date has passed meanwhile.
  const before = await findByKey(tx, actor, input);
  if (before)
    return before.spaceId === space.id ? countDates(tx, before) : refuse("idempotency_key_reused");
  const resource = space.resources.find(({ id }) => id === input.resourceId);
  if (!resource) return refuse("not_bookable");
  const { companions = [] } = input;
  if (companions.length + 1 > resource.capacity) return refuse("too_many_people");
  const days = decidePattern(input, dayOf(at, space.calendar.timeZone));
  if (!days.ok) return days;
  const series = await writeSeries(tx, actor, space, input, at);
  const unwanted = new Set(input.skipped);
  const terms = { resourceId: resource.id, moment: input.moment };
  const wishes = days.value.filter((day) => !unwanted.has(day)).map((day) => ({ day, ...terms }));
  const { booked, refused } = await takeDates(tx, actor, space, series, wishes, at);
  if (booked.length === 0) return refuse("nothing_free");
  const left = days.value.filter((day) => unwanted.has(day));
  const given = left.map((day) => ({ day, refusal: skipped, closedAt: at }));
  await keepRefused(tx, series, [...refused, ...given], at);
  await notifyOfSeries(
    tx,
    "series-confirmed",
    series,
    booked,
    refused.map(({ day }) => day),
  );
  return ok({ id: series.id, booked: booked.length, refused: refused.length });
}

type Owned = { id: string; spaceId: string; personId: string; companions: string[] };

/** In any space. */
async function findByKey(
  tx: Tx,
  { personId }: PersonActor,
  { idempotencyKey }: BookSeriesInput,
): Promise<Owned | null> {
  if (!idempotencyKey) return null;
  return tx.series.findFirst({
    where: { personId, idempotencyKey },
    select: { id: true, spaceId: true, personId: true, companions: true },
  });
}

async function writeSeries(
  tx: Tx,
  actor: PersonActor,
  space: Space,
  { moment, ...input }: BookSeriesInput,
  at: Date,
): Promise<Owned> {
  const data = {
    spaceId: space.id,
    personId: actor.personId,
    resourceId: input.resourceId,
    frequency: input.frequency,
    firstDay: dateColumn(input.firstDay),
    lastDay: dateColumn(input.lastDay),
    ...momentColumns(moment),
    companions: input.companions ?? [],
    idempotencyKey: input.idempotencyKey ?? null,
    createdAt: at,
    createdBy: actor.personId,
  };
  const select = { id: true, spaceId: true, personId: true, companions: true };
  return tx.series.create({ data, select });
}

/** A moment as its three columns; wall minutes for hours alone (check `series_minutes`). */
export function momentColumns(moment: SeriesMoment) {
  const { part } = moment;
  if (part !== "hours") return { part, startMinute: null, endMinute: null };
  return { part, startMinute: moment.startMinute, endMinute: moment.endMinute };
}

async function countDates(tx: Tx, { id, spaceId }: Owned): Promise<Result<SeriesTaken, never>> {
  const booked = await tx.booking.count({ where: { spaceId, seriesId: id } });
  const refused = await tx.seriesRefusal.count({
    where: { spaceId, seriesId: id, closedAt: null },
  });
  return ok({ id, booked, refused });
}

/** The series, its row held until the transaction ends; NotFound for whoever may not see it. */
export async function lockSeries(tx: Tx, actor: Actor, seriesId: string): Promise<Series> {
  await tx.$queryRaw`SELECT id FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
  const row = await tx.series.findFirst({ where: { id: seriesId }, select: seriesSelect });
  if (!row || !canSeeSeries(actor, row)) throw new NotFound();
  return toSeries(row);
}

/** A line of the journal when somebody acts on another's series. */
export async function noteSeries(
  tx: Tx,
  actor: Actor,
  series: { id: string; spaceId: string; personId: string },
  action: string,
  after: Record<string, string | number>,
): Promise<void> {
  if (isOwnBooking(actor, series)) return;
  await writeJournal(tx, { actor, action, spaceId: series.spaceId, subjectId: series.id, after });
}
