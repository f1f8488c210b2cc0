import { ChevronLeft, ChevronRight } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { type Day, dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatMonth, formatTime, formatWeekday } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { addressOfAgenda, firstOfMonth, weeksOfMonth } from "@/lib/events/listings/rules";
import type { AgendaSearch, ListedEvent } from "@/lib/events/listings/schema";
import { networkTimeZone } from "@/lib/spaces/schema";
import { AgendaRows } from "./agenda-rows";
import { writtenIn } from "./event-words";

type MonthSearch = AgendaSearch & { month: Day };
type AgendaMonthProps = { search: MonthSearch; events: readonly ListedEvent[]; at: Date };

/** A month as a table, Monday first, each event named in its day; on a phone the same as a list. */
export async function AgendaMonth({ search, events, at }: AgendaMonthProps) {
  const [t, language] = await Promise.all([getTranslations("events.agenda"), getLocale()]);
  const locale = localeOf(language);
  const month = formatMonth(search.month, locale);
  const today = dayOf(at, networkTimeZone);
  return (
    <section className="rule mt-8" aria-labelledby="mois">
      <div className="rule-head">
        <h2 id="mois">{capitalised(month, locale)}</h2>
        <MonthLinks search={search} />
      </div>
      <table className="agenda-month only-wide">
        <caption className="sr-only">{t("month.caption", { month })}</caption>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th key={weekday} scope="col">
                {formatWeekday(weekday, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(search.month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) =>
                firstOfMonth(day) === search.month ? (
                  <td key={day} aria-current={day === today ? "date" : undefined}>
                    <DayCell day={day} today={today} events={events} locale={locale} />
                  </td>
                ) : (
                  <td key={day} className="agenda-outside" />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="only-narrow">
        {events.length > 0 ? <AgendaRows events={events} at={at} /> : null}
      </div>
      {events.length === 0 ? <p className="muted mt-4">{t("month.none")}</p> : null}
    </section>
  );
}

async function MonthLinks({ search }: { search: MonthSearch }) {
  const t = await getTranslations("events.agenda");
  const href = (later: 1 | -1) =>
    addressOfAgenda(search, { month: firstOfMonth(search.month, later) });
  return (
    <p className="flex gap-2">
      <a className="btn-icon btn-icon-framed" href={href(-1)} aria-label={t("month.previous")}>
        <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
      </a>
      <a className="btn-icon btn-icon-framed" href={href(1)} aria-label={t("month.next")}>
        <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
      </a>
    </p>
  );
}

type DayCellProps = { day: Day; today: Day; events: readonly ListedEvent[]; locale: Locale };

async function DayCell({ day, today, events, locale }: DayCellProps) {
  const t = await getTranslations("events.agenda");
  const here = events.filter((event) => event.day === day);
  return (
    <>
      <p className="agenda-day">
        <span aria-hidden="true">{Number(day.slice(8))}</span>
        <span className="sr-only">{formatDay(day, locale)}</span>
        {day === today ? <small> {t("month.today")}</small> : null}
      </p>
      {here.length > 0 ? (
        <ul>
          {here.map(({ id, slug, title, language, state, startsAt, space }) => (
            <li key={id}>
              <a href={`/evenements/${slug}`}>
                <b className="num">{formatTime(startsAt, space.timeZone, locale)}</b>{" "}
                <span {...writtenIn(language, locale)}>{title}</span>
              </a>
              {state === "cancelled" ? <small>{t("cancelled")}</small> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
