import type { getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { formatDate, formatMonth, formatNumber, formatTime, formatTimes } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { hoursOf } from "@/lib/reports/attendance-lists/rules";
import type { AttendanceList, ListLine } from "@/lib/reports/attendance-lists/schema";
import { firstDayOf } from "@/lib/reports/schema";

export type ListWording = {
  t: Awaited<ReturnType<typeof getTranslations<"attendanceList">>>;
  locale: Locale;
};

/** What a list is of, on one line. */
export function listTitle({ opening, space }: AttendanceList, { t, locale }: ListWording): string {
  const { event, du, au } = opening;
  const dates =
    du === au
      ? formatDate(du, locale)
      : t("dates", { first: formatDate(du, locale), last: formatDate(au, locale) });
  return t("of", { what: event ?? t("presences"), space: `${space.name}, ${dates}` });
}

/** How many were there, and for how long; then those who are only counted. */
export function listNotes(list: AttendanceList, { t, locale }: ListWording): string[] {
  const hours = list.lines.reduce((sum, line) => sum + hoursOf(line), 0);
  return [
    t("count", { count: list.lines.length, hours: formatNumber(hours, locale) }),
    ...(list.opening.eventId || list.lines.length === 0 ? [] : [t("ends")]),
    ...(list.heads === null ? [] : [t("heads", { heads: list.heads })]),
    ...list.unnamed.map(({ month, count }) =>
      t("unnamed", { month: formatMonth(firstDayOf(month), locale), count }),
    ),
  ];
}

/** Why and where it was opened, for the head of the page and of the sheet. */
export function listLead(list: AttendanceList, who: string, { t, locale }: ListWording): string[] {
  const { opening, openedAt, space } = list;
  return [
    t("where", { space: space.name, commune: space.communeName }),
    t("why", { reason: opening.reason }),
    t("opened", {
      who,
      day: formatDate(dayOf(openedAt, space.timeZone), locale),
      time: formatTime(openedAt, space.timeZone, locale),
    }),
  ];
}

/** The cells of a line, but for the signature. */
export function lineCells(
  line: ListLine,
  timeZone: string,
  { locale }: ListWording,
): Record<"day" | "times" | "hours" | "name" | "organisation" | "arrivedAt", string> {
  return {
    day: formatDate(line.day, locale),
    times: formatTimes(line, timeZone, locale),
    hours: formatNumber(hoursOf(line), locale, 2),
    name: line.name,
    organisation: line.organisation ?? "",
    arrivedAt: line.arrivedAt ? formatTime(line.arrivedAt, timeZone, locale) : "",
  };
}
