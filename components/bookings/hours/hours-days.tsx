import { getLocale, getTranslations } from "next-intl/server";
import type { HoursOfResource } from "@/lib/bookings/hours/queries";
import type { HourStart } from "@/lib/bookings/hours/rules";
import type { Day } from "@/lib/core/day";
import { dayParts, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type HoursDaysProps = { hours: HoursOfResource; chosen: Day; today: Day; lastDay: Day };

const shownAtOnce = 6;

/** Hours left to begin in, rounded up: a last quarter is still something. */
function freeHours(starts: HourStart[], stepMinutes: number): number {
  const free = starts.filter(({ longestMinutes }) => longestMinutes > 0).length;
  return Math.ceil((free * stepMinutes) / 60);
}

/** The next days where a start is left as links, and any other by a native date field. */
export async function HoursDays({ hours, chosen, today, lastDay }: HoursDaysProps) {
  const [t, language] = await Promise.all([getTranslations("hours"), getLocale()]);
  const locale = localeOf(language);
  const { space, resource, days } = hours;
  const counted = days
    .map(({ day, starts }) => ({
      day,
      count: freeHours(starts, resource.stepMinutes),
    }))
    .filter(({ day, count }) => count > 0 || day === chosen)
    .slice(0, shownAtOnce);
  const base = `/reserver/heures?lieu=${space.slug}&poste=${resource.id}`;
  return (
    <section aria-labelledby="jours">
      <h2 id="jours" className="mb-3 text-h3">
        {t("chooseDay")}
      </h2>
      <nav className="days" aria-labelledby="jours">
        {counted.map(({ day, count }) => {
          const { weekday, date } = dayParts(day, locale);
          const words = t("starts", { count });
          return (
            <a
              key={day}
              className="day"
              href={`${base}&jour=${day}`}
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
      <form action="/reserver/heures" method="get" className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lieu" value={space.slug} />
        <input type="hidden" name="poste" value={resource.id} />
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
