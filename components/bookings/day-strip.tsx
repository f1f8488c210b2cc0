import { getLocale, getTranslations } from "next-intl/server";
import type { SpaceDay } from "@/lib/bookings/queries";
import { type Search, seatKindOf } from "@/lib/bookings/searches/rules";
import type { Day } from "@/lib/core/day";
import { dayParts, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { bookingAddress } from "./alternative-links";

type DayStripProps = { slug: string; days: SpaceDay[]; search: Search; today: Day; lastDay: Day };

/** Six open days as links, and any other by a native date field. */
export async function DayStrip({ slug, days, search, today, lastDay }: DayStripProps) {
  const [t, spaces, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("spaces"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const open = days
    .map((day) => ({ day: day.day, free: mostFree(day) }))
    .filter(({ day, free }) => free > 0 || day === search.day)
    .slice(0, 6);
  return (
    <section aria-labelledby="jours">
      <h2 id="jours" className="mb-3 text-h3">
        {t("chooseDay")}
      </h2>
      <nav className="days" aria-labelledby="jours">
        {open.map(({ day, free }) => {
          const { weekday, date } = dayParts(day, locale);
          const places = spaces("free", { count: free });
          return (
            <a
              key={day}
              className="day"
              href={bookingAddress({ slug, day, part: search.part, kind: seatKindOf(search.kind) })}
              aria-current={day === search.day ? "date" : undefined}
            >
              <span className="sr-only">
                {formatDay(day, locale)}, {places}
              </span>
              <span className="day-leaf" aria-hidden="true">
                {weekday}
                <b>{date}</b>
                <em>{places}</em>
              </span>
            </a>
          );
        })}
      </nav>
      <form action="/reserver" method="get" className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lieu" value={slug} />
        <input type="hidden" name="moment" value={search.part} />
        {search.kind ? <input type="hidden" name="type" value={search.kind} /> : null}
        <div className="field">
          <label htmlFor="jour">{t("otherDay")}</label>
          <input
            className="input"
            type="date"
            id="jour"
            name="jour"
            min={today}
            max={lastDay}
            defaultValue={search.day}
          />
        </div>
        <button className="btn btn-secondary min-h-12" type="submit">
          {t("showDay")}
        </button>
      </form>
    </section>
  );
}

function mostFree(day: SpaceDay): number {
  return Math.max(...Object.values(day.slots).map((slot) => (slot.refusal ? 0 : slot.free.length)));
}
