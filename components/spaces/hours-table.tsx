import { getLocale, getTranslations } from "next-intl/server";
import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { capitalised, formatMinutes, formatWeekday } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { weeklyHours } from "@/lib/spaces/opening-hours/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";

/** The plain week in words; today stands out by weight and a bar, not by colour alone. */
export async function HoursTable({ calendar, today }: { calendar: OpeningCalendar; today: Day }) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const monday = addDays(today, 1 - weekdayOf(today));
  const week = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return (
    <table className="hours">
      <caption className="sr-only">{t("hoursCaption")}</caption>
      <tbody>
        {week.map((day) => {
          const hours = weeklyHours(calendar, day);
          return (
            <tr key={day} data-today={day === today ? "" : undefined}>
              <th scope="row">{capitalised(formatWeekday(weekdayOf(day), locale), locale)}</th>
              <td className="num">
                {hours.length === 0 ? t("closed") : null}
                {hours.map((interval) => (
                  <span key={interval.startMinute} className="block">
                    {formatMinutes(interval, locale)}{" "}
                    <span className="micro muted">{t(interval.state)}</span>
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
