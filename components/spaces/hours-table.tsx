import { getLocale, getTranslations } from "next-intl/server";
import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatMinutes, formatWeekday } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { type WeeklyLine, weeklyLines } from "@/lib/spaces/weekly-rhythms/rules";

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/**
 * The week in words, with what comes back every other week or only in school holidays; today stands out
 * by weight and a bar, not by colour alone.
 */
export async function HoursTable({ calendar, today }: { calendar: OpeningCalendar; today: Day }) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const week = weekdays.map((weekday) => ({
    weekday,
    lines: weeklyLines(calendar, weekday, today),
  }));
  const isSeasonal = week.some(({ lines }) => lines.some(({ season }) => season !== "always"));
  return (
    <>
      <table className="hours">
        <caption className="sr-only">{t("hoursCaption")}</caption>
        <tbody>
          {week.map(({ weekday, lines }) => (
            <tr key={weekday} data-today={weekday === weekdayOf(today) ? "" : undefined}>
              <th scope="row">{capitalised(formatWeekday(weekday, locale), locale)}</th>
              <td className="num">
                {lines.length === 0 ? t("closed") : null}
                {lines.map((line) => (
                  <Hours
                    key={`${line.startMinute} ${line.season} ${line.next}`}
                    line={line}
                    today={today}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isSeasonal ? <ComingHolidays calendar={calendar} today={today} /> : null}
    </>
  );
}

async function Hours({ line, today }: { line: WeeklyLine; today: Day }) {
  const [t, words, language] = await Promise.all([
    getTranslations("spaces"),
    getTranslations("openings"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { everyWeeks, season, next } = line;
  const isThisWeek = next < addDays(today, 8 - weekdayOf(today));
  return (
    <span className="block">
      {formatMinutes(line, locale)} <span className="micro muted">{t(line.state)}</span>
      {everyWeeks > 1 ? (
        <span className="micro block">
          {words(isThisWeek ? "everyWeeksThis" : "everyWeeksNext", {
            count: everyWeeks,
            day: formatDay(next, locale),
          })}
        </span>
      ) : null}
      {season === "always" ? null : (
        <span className="micro block">{words(`season.${season}`)}</span>
      )}
    </span>
  );
}

async function ComingHolidays({ calendar, today }: { calendar: OpeningCalendar; today: Day }) {
  const next = calendar.schoolHolidays.find(({ untilDay }) => untilDay > today);
  if (!next) return null;
  const [words, language] = await Promise.all([getTranslations("openings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <p className="small muted mt-3">
      {words("comingHolidays", {
        name: next.name,
        first: formatDay(next.firstDay, locale, today),
        last: formatDay(addDays(next.untilDay, -1), locale, today),
      })}
    </p>
  );
}
