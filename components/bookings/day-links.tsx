import { getLocale, getTranslations } from "next-intl/server";
import type { Day } from "@/lib/core/day";
import { dayParts, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type DayLinksProps = {
  days: { day: Day; href: string; words: string }[];
  chosen: Day;
  today: Day;
  lastDay: Day;
  /** Where another day is asked for, and the fields of the address it keeps. */
  otherDay: { action: string; kept: Record<string, string> };
};

/** Some days as links, each with what is left, and any other by a native date field. */
export async function DayLinks({ days, chosen, today, lastDay, otherDay }: DayLinksProps) {
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const locale = localeOf(language);
  return (
    <section aria-labelledby="jours">
      <h2 id="jours" className="mb-3 text-h3">
        {t("chooseDay")}
      </h2>
      <nav className="days" aria-labelledby="jours">
        {days.map(({ day, href, words }) => {
          const { weekday, date } = dayParts(day, locale);
          return (
            <a
              key={day}
              className="day"
              href={href}
              aria-current={day === chosen ? "date" : undefined}
            >
              <span className="sr-only">
                {formatDay(day, locale)}, {words}
              </span>
              <span className="day-leaf" aria-hidden="true">
                {weekday}
                <b>{date}</b>
                <em>{words}</em>
              </span>
            </a>
          );
        })}
      </nav>
      <form action={otherDay.action} method="get" className="mt-4 flex flex-wrap items-end gap-3">
        {Object.entries(otherDay.kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="jour">{t("otherDay")}</label>
          <input
            className="input"
            type="date"
            id="jour"
            name="jour"
            min={today}
            max={lastDay}
            defaultValue={chosen}
          />
        </div>
        <button className="btn btn-secondary min-h-12" type="submit">
          {t("showDay")}
        </button>
      </form>
    </section>
  );
}
