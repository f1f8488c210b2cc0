import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayOf } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { listGrantsOf } from "@/lib/members/habilitations/queries";
import { getSpaceBySlug, listSpaces, type Space } from "@/lib/spaces/queries";
import {
  type Alternative,
  type AlternativeSpace,
  alternativesTo,
  daysAhead,
} from "../../alternatives/rules";
import { canBook } from "../../policy";
import { listTakenIntervals } from "../../queries";
import { decidePattern } from "../patterns/rules";
import { type DatedTerms, type Judged, judgeDates, type Known, type OwnBooking } from "../rules";
import type { PatternRefusal, SeriesWish } from "../schema";

const dayMs = 86_400_000;

/** A date as it would be had at the instant of the reading; alternatives where it is taken or closed. */
export type PreviewedDate = Judged & { alternatives: Alternative[] };

export type SeriesPreview = {
  space: Space;
  resource: { id: string; name: string; kind: string; capacity: number; needsApproval: boolean };
  dates: PreviewedDate[];
};

/**
 * Every date of a series before anything is written: free, or why not and what is free instead. The
 * whole range is read at once, whatever the number of dates. Refuses what decidePattern refuses and
 * `not_bookable`; NotFound for an unknown space, Unauthenticated for a visitor.
 */
export async function previewSeries(
  actor: Actor,
  wish: SeriesWish,
  at: Date = now(),
): Promise<Result<SeriesPreview, PatternRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const space = await getSpaceBySlug(wish.slug);
  const resource = space.resources.find((candidate) => candidate.id === wish.resourceId);
  if (!resource) return refuse("not_bookable");
  const days = decidePattern(wish, dayOf(at, space.calendar.timeZone));
  if (!days.ok) return days;
  const terms = { resourceId: resource.id, moment: wish.moment };
  const wishes = days.value.map((day) => ({ day, ...terms }));
  const dates = await previewDates(space, actor.personId, wishes, at);
  const { id, name, kind, capacity, needsApproval } = resource;
  return ok({ space, resource: { id, name, kind, capacity, needsApproval }, dates });
}

/** Judges these dates with their alternatives, on one reading of all spaces. */
export async function previewDates(
  space: Space,
  personId: string,
  wishes: DatedTerms[],
  at: Date,
): Promise<PreviewedDate[]> {
  const range = readingRange(space, wishes, at);
  if (!range) return [];
  const wide = { first: range.first, last: addDays(range.last, daysAhead) };
  const spaces = await listSpaces();
  const [taken, own, grants] = await Promise.all([
    listTakenIntervals(spaces, wide, at),
    listOwnBookings(db, personId, range),
    listAskedGrants(db, space, personId, wishes),
  ]);
  const known = { taken: taken.get(space.id) ?? [], own, grants };
  const others = spaces.map((each) => ({ ...each, bookings: taken.get(each.id) ?? [] }));
  return judgeDates(space, wishes, known, at).map(({ resourceId, ...judged }) => ({
    ...judged,
    alternatives: alternativesFor(space, resourceId, judged, others, at),
  }));
}

const helped = ["slot_taken", "space_closed", "resource_closed"];

function alternativesFor(
  space: Space,
  resourceId: string,
  { refusal, wanted }: Judged,
  spaces: AlternativeSpace[],
  at: Date,
): Alternative[] {
  if (!refusal || !helped.includes(refusal)) return [];
  return alternativesTo({ slug: space.slug, resourceId, wanted }, spaces, at);
}

type Range = { first: Day; last: Day };

/** Days worth reading: from the first date to the last one that may be booked at all. */
function readingRange(space: Space, wishes: DatedTerms[], at: Date): Range | null {
  const [first, last] = [wishes[0]?.day, wishes.at(-1)?.day];
  if (!first || !last) return null;
  const horizons = space.resources.map(({ horizonDays }) => horizonDays ?? 0);
  const horizon = Math.max(space.bookingHorizonDays, ...horizons);
  const furthest = addDays(dayOf(at, space.calendar.timeZone), horizon);
  return { first, last: [last, furthest].sort()[0] ?? last };
}

/** What judging these dates for that person rests on: two or three queries, however many the dates. */
export async function readKnown(
  tx: Tx,
  space: Space,
  personId: string,
  wishes: DatedTerms[],
  at: Date,
): Promise<Known> {
  const range = readingRange(space, wishes, at);
  if (!range) return { taken: [], own: [] };
  const taken = await listTakenIntervals([space], range, at, tx);
  const own = await listOwnBookings(tx, personId, range);
  const grants = await listAskedGrants(tx, space, personId, wishes);
  return { taken: taken.get(space.id) ?? [], own, grants };
}

/** Habilitations of the person, read only where one of these resources asks for one. */
async function listAskedGrants(tx: Tx, space: Space, personId: string, wishes: DatedTerms[]) {
  const asked = new Set(wishes.map(({ resourceId }) => resourceId));
  const asks = space.resources.some(({ id, habilitationId }) => habilitationId && asked.has(id));
  return asks ? listGrantsOf(tx, personId) : [];
}

/** Own bookings that stand in the way or count for a quota, a month's slack around for its period. */
async function listOwnBookings(tx: Tx, personId: string, range: Range): Promise<OwnBooking[]> {
  const rows = await tx.booking.findMany({
    where: {
      personId,
      state: { in: ["requested", "held", "confirmed", "no_show"] },
      startsAt: {
        gt: new Date(dateColumn(range.first).getTime() - 33 * dayMs),
        lt: new Date(dateColumn(range.last).getTime() + 33 * dayMs),
      },
    },
    select: {
      id: true,
      spaceId: true,
      resourceId: true,
      startsAt: true,
      endsAt: true,
      state: true,
      lapsesAt: true,
      checkedOutAt: true,
      resource: { select: { kind: true } },
    },
  });
  return rows.map(({ resource, ...row }) => ({ ...row, kind: resource.kind }));
}
