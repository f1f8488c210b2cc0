import {
  addDays,
  type Day,
  day as dayFrom,
  daysBetween,
  instantAt,
  weekdayOf,
} from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Grant } from "@/lib/members/habilitations/rules";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import { quotaWindow } from "../places/rules";
import { holdsThen } from "../requirements/rules";
import { type BookableSpace, freeAmong, type TakenInterval } from "../rules";
import { type BookingRefusal, seatKinds } from "../schema";
import { type Holding, isHeldAt, stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";
import type {
  FormerTerms,
  PatternRefusal,
  SeriesMoment,
  SeriesPattern,
  SeriesRefusal,
  SeriesTerms,
} from "./schema";

/** Asked for in one go: no transaction of a series is longer than this, no form either. */
export const mostOccurrences = 60;
/** A year, the last day of a leap one included. */
export const longestDays = 366;

/**
 * Local days of the pattern later than `after`, in order, one more than is allowed at most. Monthly
 * keeps the weekday and its rank, first to fourth; a fifth means the last, since not every month has
 * five of them and none should be passed over. The 31st is thereby the last of its weekday.
 */
export function seriesDays(pattern: SeriesPattern, after?: Day): Day[] {
  const days: Day[] = [];
  for (let index = 0; days.length <= mostOccurrences; index += 1) {
    const day = nthDay(pattern, index);
    if (day > pattern.lastDay) break;
    if (after === undefined || day > after) days.push(day);
  }
  return days;
}

function nthDay({ frequency, firstDay }: SeriesPattern, index: number): Day {
  if (frequency === "weekly") return addDays(firstDay, 7 * index);
  if (frequency === "fortnightly") return addDays(firstDay, 14 * index);
  return sameWeekdayOfMonth(firstDay, index);
}

function sameWeekdayOfMonth(firstDay: Day, months: number): Day {
  const month = firstOfMonth(firstDay, months);
  const rank = rankInMonth(firstDay);
  const firstSuch = addDays(month, (weekdayOf(firstDay) - weekdayOf(month) + 7) % 7);
  const found = addDays(firstSuch, 7 * (rank - 1));
  return found < firstOfMonth(firstDay, months + 1) ? found : addDays(found, -7);
}

/** Which of its weekday a day is in its month, 1 to 5. */
export function rankInMonth(day: Day): number {
  return Math.ceil(Number(day.slice(8)) / 7);
}

function firstOfMonth(from: Day, months: number): Day {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return dayFrom(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`);
}

/** That day, or while it lies before `earliest` the same weekday of the first week that does not. */
export function firstOnOrAfter(day: Day, earliest: Day): Day {
  const behind = daysBetween(day, earliest);
  return behind <= 0 ? day : addDays(day, Math.ceil(behind / 7) * 7);
}

/**
 * The days asked for, today (local) at the earliest. Refuses `series_backwards`, `series_in_past`,
 * `too_many_occurrences`, `series_too_long` (more than a year) and `series_of_one`.
 */
export function decidePattern(pattern: SeriesPattern, today: Day): Result<Day[], PatternRefusal> {
  const { firstDay, lastDay } = pattern;
  if (lastDay < firstDay) return refuse("series_backwards");
  if (firstDay < today) return refuse("series_in_past");
  if (firstDay > addDays(today, longestDays)) return refuse("series_too_long");
  const days = seriesDays(pattern);
  if (days.length > mostOccurrences) return refuse("too_many_occurrences");
  if (lastDay > addDays(firstDay, longestDays)) return refuse("series_too_long");
  return days.length < 2 ? refuse("series_of_one") : ok(days);
}

/**
 * The days that a later last day adds, none before today. Refuses `not_later`, `series_too_long`
 * (more than a year from today).
 */
export function decideExtension(
  pattern: SeriesPattern,
  lastDay: Day,
  today: Day,
): Result<Day[], Extract<SeriesRefusal, "not_later" | "series_too_long">> {
  if (lastDay > addDays(today, longestDays)) return refuse("series_too_long");
  const [, after] = [pattern.lastDay, addDays(today, -1)].sort();
  const days = seriesDays({ ...pattern, lastDay }, after);
  return lastDay <= pattern.lastDay || days.length === 0 ? refuse("not_later") : ok(days);
}

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
