import { addDays, type Day, instantAt } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import type { Grant } from "@/lib/members/habilitations/rules";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import { quotaWindow } from "../places/rules";
import { holdsThen } from "../requirements/rules";
import { type BookableSpace, freeAmong, type TakenInterval } from "../rules";
import { type BookingRefusal, seatKinds } from "../schema";
import { type Holding, isHeldAt, stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";
import { seriesDays } from "./patterns/rules";
import type { FormerTerms, SeriesMoment, SeriesPattern, SeriesTerms } from "./schema";

/**
 * What that local day is asked for. Hours are wall time of the space: an hour the spring change skips
 * moves with it, one lived twice is the first (instantAt).
 */
export function wantedOn(day: Day, moment: SeriesMoment, timeZone: string): Wanted {
  if (moment.part !== "hours") return { day, part: moment.part };
  return {
    startsAt: instantAt(day, moment.startMinute, timeZone),
    endsAt: instantAt(day, moment.endMinute, timeZone),
  };
}

export type Occurrence = { day: Day; wanted: Wanted };

/** Every date of the pattern with what it asks for, in order. */
export function occurrencesOf(
  pattern: SeriesPattern & { moment: SeriesMoment },
  timeZone: string,
): Occurrence[] {
  return seriesDays(pattern).map((day) => ({
    day,
    wanted: wantedOn(day, pattern.moment, timeZone),
  }));
}

/** What a series asks for on that day: the terms then in force. */
export function termsOn(
  series: SeriesTerms & { formerTerms: readonly FormerTerms[] },
  day: Day,
): SeriesTerms {
  const { resourceId, moment } = series.formerTerms.find((former) => day < former.until) ?? series;
  return { resourceId, moment };
}

/** Former terms once others come into force from that day on; those meant for later days are gone. */
export function formerTermsFrom(
  series: SeriesTerms & { formerTerms: readonly FormerTerms[] },
  from: Day,
): FormerTerms[] {
  const earlier = series.formerTerms.filter((former) => former.until < from);
  return [...earlier, { ...termsOn(series, addDays(from, -1)), until: from }];
}

/** A booking of the same person, as far as it stands in the way of another. */
export type OwnBooking = Interval &
  Holding & {
    id: string;
    spaceId: string;
    resourceId: string;
    kind: ResourceKind;
    checkedOutAt: Date | null;
  };

/** What is known of the days of a series: places taken, and the person's own bookings. */
export type Known = { taken: TakenInterval[]; own: OwnBooking[]; grants?: Grant[] };

export type SeriesResource = ResourceTerms & {
  quotaCount: number | null;
  quotaPeriod: "day" | "week" | "month";
  habilitationId?: string | null;
};
export type SeriesSpace<Resource extends SeriesResource = SeriesResource> =
  BookableSpace<Resource> & { id: string };

/** A date with what became of it: its moment and, when it cannot be had, why. */
export type Judged = Occurrence & {
  moment: Moment | null;
  refusal: BookingRefusal | null;
  /** What the sentence needs: a reason, the nearest day, the booking in the way. */
  data: Record<string, string | null>;
  /** It is had already: the person's own booking is of the same resource. */
  isHad: boolean;
};

/**
 * Judges each date by the rules and by what is known at instant `at`, in the order given: closed,
 * own booking in the way, taken, quota reached (dates judged free before count). Not the last word:
 * that is `take_place`'s.
 */
export function judgeOccurrences(
  space: SeriesSpace,
  resource: SeriesResource,
  occurrences: Occurrence[],
  known: Known,
  at: Date,
): Judged[] {
  const had: Moment[] = [];
  return occurrences.map((occurrence) => {
    const judged = judge(space, resource, occurrence, known, at);
    const { moment, refusal } = judged;
    if (!moment || refusal) return judged;
    if (isQuotaReached(space, resource, moment, known, had)) {
      return { ...judged, refusal: "quota_reached" as const };
    }
    had.push(moment);
    return judged;
  });
}

function judge(
  space: SeriesSpace,
  resource: SeriesResource,
  occurrence: Occurrence,
  known: Known,
  at: Date,
): Judged {
  const fine = { ...occurrence, moment: null, refusal: null, data: {}, isHad: false };
  const decided = decideMoment(space, resource, occurrence.wanted, at);
  if (!decided.ok) return { ...fine, refusal: decided.refusal, data: decided.data ?? {} };
  const { ok: _, ...moment } = decided;
  const inTheWay = known.own.filter((booking) => isInTheWay(booking, resource, moment, at));
  // What they have there already comes first, whatever else they have then.
  const had = inTheWay.find(({ resourceId }) => resourceId === resource.id);
  const own = had ?? inTheWay[0];
  if (own) {
    const data = { bookingId: own.id };
    return { ...fine, moment, refusal: "already_booked", data, isHad: had !== undefined };
  }
  if (!holdsThen(resource, known, moment))
    return { ...fine, moment, refusal: "habilitation_needed" };
  const isFree = freeAmong([resource], known.taken, moment).length > 0;
  return { ...fine, moment, refusal: isFree ? null : "slot_taken" };
}

/** One sits at one place at a time; any other thing is only in the way of itself. */
function isInTheWay(
  booking: OwnBooking,
  resource: SeriesResource,
  moment: Interval,
  at: Date,
): boolean {
  if (!overlaps(booking, moment) || booking.checkedOutAt) return false;
  const state = stateAt(booking, at);
  if (booking.resourceId === resource.id) return isHeldAt(booking, at) || state === "requested";
  return isSeat(booking.kind) && isSeat(resource.kind) && isHeldAt(booking, at);
}

function isSeat(kind: ResourceKind): boolean {
  return seatKinds.some((seat) => seat === kind);
}

const countedStates: readonly BookingState[] = ["requested", "confirmed", "held", "no_show"];

function isQuotaReached(
  space: SeriesSpace,
  { kind, quotaCount, quotaPeriod }: SeriesResource,
  moment: Moment,
  { own }: Known,
  had: Moment[],
): boolean {
  if (quotaCount === null) return false;
  const { from, until } = quotaWindow(quotaPeriod, moment.day, space.calendar.timeZone);
  const counted = own.filter(
    (booking) =>
      booking.spaceId === space.id &&
      booking.kind === kind &&
      countedStates.includes(booking.state),
  );
  const inPeriod = [...counted, ...had].filter(
    ({ startsAt }) => startsAt >= from && startsAt < until,
  );
  return inPeriod.length >= quotaCount;
}

export type DatedTerms = SeriesTerms & { day: Day };

/**
 * Judges dates, each by its own terms, in order; a resource that is gone is `not_bookable`. Pure on
 * what is known, so that a preview, a booking and a retry decide alike.
 */
export function judgeDates(
  space: SeriesSpace,
  wishes: DatedTerms[],
  known: Known,
  at: Date,
): (Judged & { resourceId: string })[] {
  const { timeZone } = space.calendar;
  const ids = [...new Set(wishes.map(({ resourceId }) => resourceId))];
  return ids
    .flatMap((id) => {
      const occurrences = wishes
        .filter(({ resourceId }) => resourceId === id)
        .map(({ day, moment }) => ({ day, wanted: wantedOn(day, moment, timeZone) }));
      const resource = space.resources.find((candidate) => candidate.id === id);
      const gone = { moment: null, refusal: "not_bookable" as const, data: {}, isHad: false };
      const judged: Judged[] = resource
        ? judgeOccurrences(space, resource, occurrences, known, at)
        : occurrences.map((each) => ({ ...each, ...gone }));
      return judged.map((each) => ({ ...each, resourceId: id }));
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}
