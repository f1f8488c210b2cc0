import { type Day, dateColumn, type WallMinute, wallMinuteOf } from "./day";
import { estimatedTrip } from "./distance";
import type { Interval } from "./interval";
import type { Locale } from "./locale";

const tags: Record<Locale, string> = { fr: "fr-FR", en: "en-GB" };
const narrowSpace = "\u202f";
const noBreakSpace = "\u00a0";

/** « jeudi 18 juin », with the year when it is not the one of `today`. */
export function formatDay(day: Day, locale: Locale, today?: Day): string {
  const sameYear = today === undefined || today.slice(0, 4) === day.slice(0, 4);
  const format = dayFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  return withFirst(format, day, locale);
}

/** French writes the first of the month « 1er », which Intl does not. */
function withFirst(format: Intl.DateTimeFormat, day: Day, locale: Locale): string {
  return format
    .formatToParts(dateColumn(day))
    .map(({ type, value }) => (type === "day" && value === "1" && locale === "fr" ? "1er" : value))
    .join("");
}

/** « 18 juin 2026 », without the day of the week. */
export function formatDate(day: Day, locale: Locale): string {
  const long = { day: "numeric", month: "long", year: "numeric" } as const;
  return withFirst(dayFormat(locale, long), day, locale);
}

/** « jeu. », « 18 », « juin »: the parts of a calendar leaf. */
export function dayParts(
  day: Day,
  locale: Locale,
): { weekday: string; date: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    dayFormat(locale, options).format(dateColumn(day));
  return {
    weekday: part({ weekday: "short" }),
    date: part({ day: "numeric" }),
    month: part({ month: "long" }),
  };
}

/** « juin 2026 ». */
export function formatMonth(day: Day, locale: Locale): string {
  return dayFormat(locale, { month: "long", year: "numeric" }).format(dateColumn(day));
}

/** « juil. », to stand under a bar. */
export function formatShortMonth(day: Day, locale: Locale): string {
  return dayFormat(locale, { month: "short" }).format(dateColumn(day));
}

/** « lundi » for 1. */
export function formatWeekday(weekday: number, locale: Locale): string {
  // 5 January 2026 is a Monday.
  return dayFormat(locale, { weekday: "long" }).format(new Date(Date.UTC(2026, 0, 4 + weekday)));
}

/** Wall time: « 8 h 30 », « 18 h »; « 8:30 », « 18:00 » in English. */
export function formatMinute(minute: WallMinute, locale: Locale): string {
  const hours = Math.floor(minute / 60);
  const minutes = minute % 60;
  const padded = String(minutes).padStart(2, "0");
  if (locale === "en") return `${hours}:${padded}`;
  return minutes === 0
    ? `${hours}${noBreakSpace}h`
    : `${hours}${noBreakSpace}h${noBreakSpace}${padded}`;
}

/** Half-open wall minutes: « 8 h 30 – 18 h 30 ». */
export function formatMinutes(
  { startMinute, endMinute }: { startMinute: WallMinute; endMinute: WallMinute },
  locale: Locale,
): string {
  return `${formatMinute(startMinute, locale)}${noBreakSpace}– ${formatMinute(endMinute, locale)}`;
}

/** An instant as the wall of that zone shows it. */
export function formatTime(instant: Date, timeZone: string, locale: Locale): string {
  return formatMinute(wallMinuteOf(instant, timeZone), locale);
}

/** An interval as the wall of that zone shows it. */
export function formatTimes(interval: Interval, timeZone: string, locale: Locale): string {
  return formatMinutes(
    {
      startMinute: wallMinuteOf(interval.startsAt, timeZone),
      endMinute: wallMinuteOf(interval.endsAt, timeZone),
    },
    locale,
  );
}

/** A share between 0 and 1 as « 63 % », to the unit. */
export function formatShare(share: number, locale: Locale): string {
  return written(share, locale, { style: "percent", maximumFractionDigits: 0 });
}

/** « 1 234,5 »: at most one decimal, or so many. */
export function formatNumber(value: number, locale: Locale, decimals = 1): string {
  return written(value, locale, { maximumFractionDigits: decimals });
}

/** « 12,50 € », « 12 € » when whole: euros of a figure, never of a ledger (those are cents). */
export function formatEuros(euros: number, locale: Locale): string {
  const money = {
    style: "currency",
    currency: "EUR",
    trailingZeroDisplay: "stripIfInteger",
  } as const;
  return written(euros, locale, money);
}

const minusSign = "\u2212";

/** Below zero with the sign of a minus, which Intl writes as a hyphen; never « −0 ». */
function written(value: number, locale: Locale, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(tags[locale], { ...options, signDisplay: "negative" })
    .formatToParts(value)
    .map(({ type, value: part }) => (type === "minusSign" ? minusSign : part))
    .join("");
}

/** What the words of a trip need, for a straight line in kilometres: « 11 km » and its minutes by car. */
export function tripWords(
  straightKm: number,
  locale: Locale,
): { distance: string; minutes: number } {
  const { km, minutes } = estimatedTrip(straightKm);
  return { distance: formatKilometres(Math.max(1, km), locale), minutes };
}

/** A distance: « 8 km », « moins de 1 km » is the caller's. */
export function formatKilometres(kilometres: number, locale: Locale): string {
  return `${formatNumber(Math.round(kilometres), locale)}${narrowSpace}km`;
}

/** First letter in capitals, for a date that opens a line. */
export function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(tags[locale]) + text.slice(1);
}

function dayFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // A Day is read as midnight UTC, so it is written in UTC.
  return new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: "UTC" });
}
