import { getLocale, getTranslations } from "next-intl/server";
import { bookingAddress } from "@/lib/bookings/addresses/rules";
import { halfStateAt, type MonthDay } from "@/lib/bookings/months/rules";
import type { Day } from "@/lib/core/day";
import { capitalised, formatDay, formatMonth } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";

type MonthTableProps = { slug: string; days: MonthDay[]; first: Day; today: Day; at: Date };

const halves: HalfDay[] = ["morning", "afternoon"];

/** A row a day: its link, and for each half-day what is left, in words; free ones lead to their booking. */
export async function MonthTable({ slug, days, first, today, at }: MonthTableProps) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  return (
    <table className="month">
      <caption className="sr-only">
        {t("month.caption", { month: formatMonth(first, locale) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("month.day")}</th>
          {halves.map((half) => (
            <th key={half} scope="col">
              {t(half)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day} aria-current={day.day === today ? "date" : undefined}>
            <th scope="row">
              <DayName slug={slug} day={day.day} today={today} locale={locale} />
              {day.day === today ? <small>{t("month.today")}</small> : null}
            </th>
            {halves.map((half) => (
              <td key={half}>
                <Half slug={slug} day={day} half={half} locale={locale} at={at} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayNameProps = { slug: string; day: Day; today: Day; locale: Locale };

/** A day that is past has no page of its own any more. */
function DayName({ slug, day, today, locale }: DayNameProps) {
  const words = capitalised(formatDay(day, locale), locale);
  if (day < today) return <span className="muted">{words}</span>;
  return <a href={`/lieux/${slug}?semaine=${day}&jour=${day}`}>{words}</a>;
}

type HalfProps = { slug: string; day: MonthDay; half: HalfDay; locale: Locale; at: Date };

async function Half({ slug, day, half, locale, at }: HalfProps) {
  const t = await getTranslations("spaces");
  const count = day.halves[half];
  const state = halfStateAt(count, at);
  switch (state) {
    case "closed":
      return <span className="cell cell-closed">{t("closed")}</span>;
    case "over":
      return <span className="cell cell-past">{t("over")}</span>;
    case "unavailable":
      return <span className="cell cell-past">{t("month.unavailable")}</span>;
    case "full":
      return (
        <span className="cell cell-full">
          <span>{t("full")}</span>
        </span>
      );
    case "free": {
      const free = count?.free ?? 0;
      return (
        <a
          className={free <= 2 ? "cell cell-few" : "cell"}
          href={bookingAddress({ slug, day: day.day, part: half })}
        >
          <span className="sr-only">
            {capitalised(formatDay(day.day, locale), locale)}, {t(half)}
          </span>
          {t("free", { count: free })}
        </a>
      );
    }
  }
}
