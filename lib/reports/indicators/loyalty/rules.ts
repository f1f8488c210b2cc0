import { addDays, dayOf } from "@/lib/core/day";
import { networkTimeZone } from "@/lib/spaces/schema";
import type { DayRange, UsageBooking } from "../../rules";
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf, monthsOf } from "../../schema";
import {
  byPlace,
  distinct,
  isInRange,
  keptBookings,
  presencesIn,
  sharing,
  sumOf,
} from "../counted/rules";
import type { ByPlace, Counting, ReportRows, ReportSpace, Share } from "../schema";

/** Person-days in one calendar month from which somebody is regular there. */
export const regularDays = 4;

export type Loyalty = { regular: number; occasional: number };

/**
 * 8. Persons present, by whether one calendar month has `regularDays` of their person-days: of the network
 * for the network, of the space alone for a space. Days outside the range do not count.
 */
export function regularUsers(rows: ReportRows, { range, at }: Counting): ByPlace<Loyalty> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const byPerson = daysByMonth(spaces, kept, range);
    const regular = [...byPerson.values()].filter((months) =>
      [...months.values()].some((days) => days >= regularDays),
    );
    return { regular: regular.length, occasional: byPerson.size - regular.length };
  });
}

/** Person-days of each person, month by month: half a day for one half-day, one for more. */
function daysByMonth(
  spaces: readonly ReportSpace[],
  kept: readonly UsageBooking[],
  range: DayRange,
): Map<string, Map<Month, number>> {
  const byPerson = new Map<string, Map<Month, number>>();
  const known = presencesIn(spaces, kept, range).filter(({ personId }) => personId !== null);
  for (const halves of Map.groupBy(known, ({ personDay }) => personDay).values()) {
    const [first] = halves;
    if (!first) continue;
    const months = byPerson.get(first.who) ?? new Map<Month, number>();
    const month = monthOf(first.day);
    const days = halves.length === 1 ? 0.5 : 1;
    byPerson.set(first.who, months.set(month, (months.get(month) ?? 0) + days));
  }
  return byPerson;
}

/** Days before the end of the period in which one presence makes an active member, the last included. */
export const activeDays = 90;

/** 9. Distinct persons present at least once in the last `activeDays` of the period, begun before it or not. */
export function activeMembers(rows: ReportRows, { range, at }: Counting): ByPlace<number> {
  const kept = keptBookings(rows, at);
  const window = { first: addDays(range.last, 1 - activeDays), last: range.last };
  return byPlace(rows.spaces, (spaces) =>
    distinct(presencesIn(spaces, kept, window).flatMap(({ personId }) => personId ?? [])),
  );
}

/** 10. Persons whose first presence ever in the network falls in the period; in a space, those it saw that day. */
export function newUsers(rows: ReportRows, { range }: Counting): ByPlace<number> {
  const firsts = rows.firsts.filter(({ day }) => isInRange(day, range));
  const seenIn = (id: string) => firsts.filter(({ spaceIds }) => spaceIds.includes(id)).length;
  return {
    network: firsts.length,
    bySpace: new Map(rows.spaces.map(({ id }) => [id, seenIn(id)])),
  };
}

export type Cohort = {
  month: Month;
  newcomers: number;
  /** Of them, present at least once in the three months after; null until these are over. */
  returned: Share | null;
};
export type Retention = { cohorts: Cohort[]; returned: Share };

/** Months after their first in which newcomers are looked for. */
export const retentionMonths = 3;

/** 11. Newcomers of each whole month of the period who came back, and of all whose three months are over. */
export function retention(rows: ReportRows, { range, at }: Counting): Retention {
  const today = dayOf(at, networkTimeZone);
  const cohorts = wholeMonthsIn(range).map((month): Cohort => {
    const newcomers = rows.firsts.filter(({ day }) => monthOf(day) === month);
    const last = lastDayOf(addMonths(month, retentionMonths));
    const back = newcomers.filter(({ returnedOn }) => returnedOn !== null && returnedOn <= last);
    return {
      month,
      newcomers: newcomers.length,
      returned: last < today ? sharing(back.length, newcomers.length) : null,
    };
  });
  const told = cohorts.flatMap(({ returned }) => returned ?? []);
  return {
    cohorts,
    returned: sharing(
      sumOf(told, ({ count }) => count),
      sumOf(told, ({ of }) => of),
    ),
  };
}

/** Calendar months that lie wholly within these days. */
function wholeMonthsIn({ first, last }: DayRange): Month[] {
  return monthsOf({ first: monthOf(first), last: monthOf(last) }).filter(
    (month) => firstDayOf(month) >= first && lastDayOf(month) <= last,
  );
}
