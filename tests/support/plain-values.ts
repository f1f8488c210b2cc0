import type { ResourceTerms } from "@/lib/bookings/moments/rules";
import { day } from "@/lib/core/day";
import type { OpeningCalendar, WeeklyRule } from "@/lib/spaces/opening-hours/schema";

const plain: Omit<ResourceTerms, "id"> = {
  kind: "desk",
  inServiceFrom: day("2020-01-01"),
  inServiceUntil: null,
  modes: ["half_day", "day"],
  stepMinutes: 30,
  minMinutes: 30,
  maxMinutes: 480,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: null,
  closures: [],
};

/** A desk by the half-day and the day, without buffer, notice nor limit; values for pure rules. */
export function plainResource<Own extends Partial<ResourceTerms> & { id: string }>(
  own: Own,
): Own & ResourceTerms {
  return { ...plain, ...own };
}

/** Hours that come back every week of every season. */
export function plainRule(
  own: Pick<WeeklyRule, "weekday" | "startMinute" | "endMinute"> & Partial<WeeklyRule>,
): WeeklyRule {
  return {
    state: "staffed",
    validFrom: null,
    validUntil: null,
    everyWeeks: 1,
    weekOffset: 0,
    season: "always",
    staffName: null,
    ...own,
  };
}

/** A calendar in France without hours of its own, for pure rules. */
export function aPlainCalendar(own: Partial<OpeningCalendar> = {}): OpeningCalendar {
  return {
    timeZone: "Europe/Paris",
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: [],
    exceptions: [],
    closures: [],
    schoolHolidays: [],
    ...own,
  };
}

export const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Open every day, staffed in the morning, by oneself in the afternoon. */
export function aCalendar(overrides: Partial<OpeningCalendar> = {}): OpeningCalendar {
  return {
    timeZone: "Europe/Paris",
    halfDayBoundary: 780,
    closesOnPublicHolidays: true,
    rules: everyDay.flatMap((weekday) => [
      plainRule({ weekday, startMinute: 510, endMinute: 750 }),
      plainRule({ weekday, startMinute: 810, endMinute: 1110, state: "self_service" }),
    ]),
    exceptions: [],
    closures: [],
    schoolHolidays: [],
    ...overrides,
  };
}
