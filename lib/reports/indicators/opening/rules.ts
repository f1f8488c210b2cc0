import { addDays, type Day, daysBetween, eachDay, instantAt } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import { hoursOfDay, openingOfDay, openRuns } from "@/lib/spaces/opening-hours/rules";
import { halfDays, type OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { shareOf } from "../../rules";
import { type OfferMemory, offeredBy } from "../../slots/rules";
import { byPlace, sumOf } from "../counted/rules";
import type { ByPlace, Counting, ReportRows, ReportSpace } from "../schema";

export type Opening = {
  /** Hours a week, closures taken out; null over no day. What is both is staffed. */
  staffedHours: number | null;
  selfServiceHours: number | null;
  /** Days of a space with a half-day shut by a closure told less than `noticeDays` before. */
  unexpectedDays: number;
};

/** Days before which a closure is no surprise to whoever plans their week. */
export const noticeDays = 7;

/** 26. Hours a week over the period, of all the spaces counted together, from the day a space is equipped. */
export function opening(rows: ReportRows, { range }: Counting): ByPlace<Opening> {
  const weeks = (daysBetween(range.first, range.last) + 1) / 7;
  return byPlace(rows.spaces, (spaces) => {
    const days = spaces.flatMap((space) => daysOf(space, range));
    const staffed = sumOf(days, ({ staffedHours }) => staffedHours);
    const open = sumOf(days, ({ openHours }) => openHours);
    return {
      staffedHours: shareOf(staffed, weeks),
      selfServiceHours: shareOf(open - staffed, weeks),
      unexpectedDays: days.filter(({ isUnexpected }) => isUnexpected).length,
    };
  });
}

type OpeningDay = { staffedHours: number; openHours: number; isUnexpected: boolean };

function daysOf(space: ReportSpace, range: Counting["range"]): readonly OpeningDay[] {
  return offeredBy(openingDays, space, range, () =>
    eachDay(range.first, range.last)
      .filter((day) => isEquipped(space, day))
      .map((day) => ({
        staffedHours: hoursIn(openRuns(staffedOn(space, day), day)),
        openHours: hoursIn(openRuns(space.calendar, day)),
        isUnexpected: isShutUnexpectedly(space, day),
      })),
  );
}

const openingDays: OfferMemory<OpeningDay> = new WeakMap();

/** Something can be booked there: a space not yet fitted out is not open, whatever its hours say. */
function isEquipped({ resources }: ReportSpace, day: Day): boolean {
  return resources.some(
    ({ inServiceFrom, inServiceUntil }) =>
      inServiceFrom <= day && (inServiceUntil === null || day < inServiceUntil),
  );
}

/** The calendar as it would be on that day if only welcomed hours were hours. */
function staffedOn({ calendar }: ReportSpace, day: Day): OpeningCalendar {
  const intervals = hoursOfDay(calendar, day).filter(({ state }) => state === "staffed");
  return { ...calendar, exceptions: [{ day, intervals, reason: null }] };
}

function isShutUnexpectedly({ calendar, closures }: ReportSpace, day: Day): boolean {
  const dayBefore = instantAt(addDays(day, -noticeDays), 0, calendar.timeZone);
  const late = closures.filter(
    ({ announcedAt, endsAt }) =>
      announcedAt > dayBefore && endsAt > instantAt(day, 0, calendar.timeZone),
  );
  if (late.length === 0) return false;
  const planned = openingOfDay({ ...calendar, closures: [] }, day);
  return halfDays.some((half) => {
    const hours = planned[half];
    return (
      hours.open &&
      late.some((closure) => closure.startsAt < hours.endsAt && closure.endsAt > hours.startsAt)
    );
  });
}

const hourMs = 3_600_000;

function hoursIn(intervals: readonly Interval[]): number {
  return sumOf(intervals, ({ startsAt, endsAt }) => (+endsAt - +startsAt) / hourMs);
}
