import { getLocale, getTranslations } from "next-intl/server";
import { Pill } from "@/components/ui/pill";
import { weekdayOf } from "@/lib/core/day";
import { dayParts, formatTimes, formatWeekday } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { ListedEvent } from "@/lib/events/listings/schema";
import { registrationWindow } from "@/lib/events/windows/rules";
import { placeText, writtenIn } from "./event-words";

/** Few enough to hurry, kindly. */
const fewSeats = 2;

type AgendaRowsProps = {
  events: readonly ListedEvent[];
  at: Date;
  /** Of the titles: under the heading of what the rows stand in. */
  level?: "h2" | "h3";
  /** Inside the page of another site: what is followed opens beside it. */
  isFramed?: boolean;
};

/** A row an event: its day large, what, when and where, and whether there is room. */
export async function AgendaRows({
  events,
  at,
  level: Title = "h3",
  isFramed = false,
}: AgendaRowsProps) {
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const locale = localeOf(language);
  const way = isFramed ? { target: "_blank", rel: "noopener" } : {};
  return (
    <ul className="agenda-rows">
      {events.map((event) => {
        const { date, month } = dayParts(event.day, locale);
        const times = formatTimes(event, event.space.timeZone, locale);
        const place = placeText(event) ?? t("online");
        return (
          <li key={event.id}>
            <time className="date-numeral" dateTime={event.day}>
              <b>{date}</b>
              <span>
                {month} <br />
                {formatWeekday(weekdayOf(event.day), locale)}
              </span>
            </time>
            <div className="event-text min-w-0">
              <Title className="text-h4">
                <a
                  href={`/evenements/${event.slug}`}
                  {...way}
                  {...writtenIn(event.language, locale)}
                >
                  {event.title}
                </a>
              </Title>
              <p className="small muted">{t("when", { day: times, times: place })}</p>
            </div>
            <Room event={event} at={at} />
          </li>
        );
      })}
    </ul>
  );
}

async function Room({ event, at }: { event: ListedEvent; at: Date }) {
  const t = await getTranslations("events.agenda");
  const window = registrationWindow(event, at);
  const left = event.left ?? 0;
  switch (window) {
    case "cancelled":
      return <Pill tone="closed">{t("cancelled")}</Pill>;
    case "over":
      return <span className="tag">{t("over")}</span>;
    case "not_needed":
      return <span className="tag">{t("openDoor")}</span>;
    case "begun":
      return <span className="tag">{t("begun")}</span>;
    case "not_yet":
      return <span className="tag">{t("notYet")}</span>;
    case "closed":
      return <Pill tone="closed">{t("closed")}</Pill>;
    case "open":
      if (left === 0) return <Pill tone="no">{t("full")}</Pill>;
      return <Pill tone={left <= fewSeats ? "few" : "ok"}>{t("seats", { count: left })}</Pill>;
  }
}
