import { getLocale } from "next-intl/server";
import type { ReportReading, Side } from "@/components/reports/reading";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { type Locale, localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { comparisonOf } from "@/lib/reports/comparisons/rules";
import {
  type PeriodAsked,
  type PeriodSearch,
  readPeriod,
} from "@/lib/reports/events/periods/rules";
import { indexFigures } from "@/lib/reports/figures/selection/rules";
import { findReportInTime, isPreparedByJob } from "@/lib/reports/preparations/queries";
import { listReportMonths } from "@/lib/reports/queries";
import type { DayRange } from "@/lib/reports/rules";
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf } from "@/lib/reports/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export type ReportPage = {
  actor: Actor;
  at: Date;
  today: Day;
  locale: Locale;
  asked: PeriodAsked;
  search: PeriodSearch;
  /** The first month anything was booked. */
  oldest: Month;
  isRunning: boolean;
  /** Too long to be counted while the page waits: what there is of it was prepared. */
  isLong: boolean;
  /** Null while a long one was not prepared. */
  reading: ReportReading | null;
};

/** What the pages of a report begin with: the period asked for, its numbers, and those it is compared with. */
export async function readReportPage(
  address: string,
  parameters: SearchParameters,
): Promise<ReportPage> {
  const asked = askedOf(parameters);
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
  const actor = await requirePerson(query.size > 0 ? `${address}?${query}` : address);
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const months = await orNotFound(listReportMonths(actor, at));
  const current = monthOf(today);
  const oldest = months.at(-1) ?? current;
  const last = addMonths(current, -1);
  const around = lastDayOf(months.includes(last) ? last : current);
  const search = readPeriod(asked, today, { kind: "month", around });
  const comparison = comparisonOf(search.range, addDays(today, -1));
  const sideOf = async (range: DayRange | undefined): Promise<Side | null> => {
    // Before anything was booked, nothing is not a number to compare with.
    if (!range || range.first < firstDayOf(oldest)) return null;
    const side = await orNotFound(findReportInTime(actor, range, at));
    return side && { range, figures: indexFigures(side.figures) };
  };
  const [isLong, report, before, lastYear, language] = await Promise.all([
    isPreparedByJob(search.range),
    orNotFound(findReportInTime(actor, search.range, at)),
    sideOf(comparison?.previous),
    sideOf(comparison?.lastYear),
    getLocale(),
  ]);
  return {
    isLong,
    ...{ actor, at, today, asked, search, oldest, locale: localeOf(language) },
    isRunning: comparison?.isRunning ?? false,
    reading: report && { report, figures: indexFigures(report.figures), before, lastYear },
  };
}

function askedOf(parameters: SearchParameters): PeriodAsked {
  const said = (name: keyof PeriodAsked) => textOf(parameters[name]).slice(0, 40);
  return { periode: said("periode"), jour: said("jour"), du: said("du"), au: said("au") };
}
