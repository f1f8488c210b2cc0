import type { HostEntry } from "@/lib/bookings/host-days/queries";
import type { HostWeek } from "@/lib/bookings/weeks/queries";
import type { Day } from "@/lib/core/day";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { openRuns } from "@/lib/spaces/opening-hours/rules";
import { nameOf, type Wording } from "./entry-words";

/** The tables of the sheet for the door: a day each; first names only, for everybody reads it. */
export function weekSheetTables(week: HostWeek, { t, host, locale, timeZone }: Wording) {
  const firstName = (entry: HostEntry) =>
    entry.name.trim().split(/\s+/)[0] || nameOf(entry, { host });
  const rows = (day: Day) =>
    week.entries
      .filter((entry) => entry.day === day && entry.attendance !== "missed")
      .map((entry) => [
        firstName(entry),
        entry.resource.name,
        formatTimes(entry, timeZone, locale),
      ]);
  return week.days.map((day) => ({
    heading: capitalised(formatDay(day, locale), locale),
    columns: [t("sheet.who"), t("sheet.where"), t("sheet.when")],
    rows: rows(day),
    none: openRuns(week.space.calendar, day).length === 0 ? t("sheet.closed") : t("sheet.nobody"),
  }));
}
