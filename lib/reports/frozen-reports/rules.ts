import { addDays, instantAt } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { begunIn } from "../indicators/counted/rules";
import { activeDays, regularDays, retentionMonths } from "../indicators/loyalty/rules";
import { noticeDays } from "../indicators/opening/rules";
import type { ReportRows, ReportSpace } from "../indicators/schema";
import type { DayRange } from "../rules";
import { earlierOf } from "../schema";
import type { ReportParameters, ReportSource } from "./schema";

/** The thresholds and the assumptions these rows are counted with. */
export function parametersOf({ travel }: Pick<ReportRows, "travel">): ReportParameters {
  return {
    ...{ smallestGroup, regularDays, activeDays, retentionMonths, noticeDays },
    ...travel.assumptions.values,
  };
}

/**
 * Plain rows of each kind, in an order of their own, as hashes are made of: of bookings, those that begin
 * in the period or in the last ninety days of it; who came is apart, since it goes after thirteen months.
 */
export function sourceRows(
  rows: ReportRows,
  { first, last }: DayRange,
): Record<ReportSource, unknown> {
  const days = { first: earlierOf(first, addDays(last, 1 - activeDays)), last };
  const own = begunIn(rows.spaces, rows.bookings, days);
  const present = new Set(own.flatMap(({ personId }) => personId ?? []));
  return {
    calendars: rows.spaces.map((space) => calendarOver(space, days)),
    bookings: own.map(
      ({ personId: _personId, companions: _companions, checkedInAt, ...booking }) => ({
        ...booking,
        isPresent: checkedInAt !== null,
      }),
    ),
    presences: own.map(({ id, personId, companions }) => ({ id, personId, companions })),
    firsts: rows.firsts.filter(({ day }) => day <= last),
    wishes: rows.wishes,
    events: rows.events,
    profiles: rows.people.filter(({ id }) => present.has(id)),
    communes: rows.communes,
    organisations: rows.organisations.map(({ people, ...organisation }) => ({
      ...organisation,
      people: people.filter(({ personId }) => present.has(personId)),
    })),
    help: { offers: rows.offers, contacts: rows.contacts },
    commutes: rows.travel.commutes.filter(({ personId }) => present.has(personId)),
  };
}

/** What a space offered over these days: what closes or opens it on others changes nothing of them. */
function calendarOver(space: ReportSpace, { first, last }: DayRange): ReportSpace {
  const { calendar } = space;
  const over = {
    startsAt: instantAt(first, 0, calendar.timeZone),
    endsAt: instantAt(addDays(last, 1), 0, calendar.timeZone),
  };
  const touching = <Closed extends Interval>(closures: readonly Closed[]) =>
    closures.filter((closure) => overlaps(closure, over));
  return {
    ...space,
    calendar: {
      ...calendar,
      closures: touching(calendar.closures),
      exceptions: calendar.exceptions.filter(({ day }) => first <= day && day <= last),
      schoolHolidays: calendar.schoolHolidays.filter(
        ({ firstDay, untilDay }) => firstDay <= last && first < untilDay,
      ),
    },
    closures: touching(space.closures),
    resources: space.resources.map((resource) => ({
      ...resource,
      closures: touching(resource.closures),
    })),
  };
}

/**
 * The same text for the same values: keys in order, lists in the order of their texts (rows have none of
 * their own), instants in UTC. Lists whose order means something are not among them.
 */
export function canonicalText(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Map) return canonicalText([...value]);
  if (value instanceof Set) return canonicalText([...value]);
  if (Array.isArray(value)) {
    return `[${value
      .map((each) => canonicalText(each))
      .sort()
      .join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value)
      .filter(([, own]) => own !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, own]) => `${JSON.stringify(key)}:${canonicalText(own)}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
