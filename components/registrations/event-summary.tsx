import { getLocale, getTranslations } from "next-intl/server";
import { placeText, whenWords } from "@/components/events/event-words";
import { capitalised } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";

type EventSummaryProps = {
  event: EventView;
  at: Date;
  /** Where one joins it, for whoever has seats. */
  onlineUrl?: string | null;
};

/** Which event it is, when and where, beside what is done about it. */
export async function EventSummary({ event, at, onlineUrl }: EventSummaryProps) {
  const [t, events, language] = await Promise.all([
    getTranslations("eventsRegister.manage"),
    getTranslations("events"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { day, times } = whenWords(event, locale, at);
  const { street, postalCode, commune } = event.space;
  const isAtSpace = event.place.kind === "room" || event.place.kind === "space";
  return (
    <section className="panel event-card" aria-labelledby="resume-evenement">
      <h2 id="resume-evenement" className="event-text text-h3">
        {event.title}
      </h2>
      <dl className="registration-facts">
        <dt>{t("day")}</dt>
        <dd>{capitalised(day, locale)}</dd>
        <dt>{t("hours")}</dt>
        <dd className="num">{times}</dd>
        <dt>{t("place")}</dt>
        <dd>
          {placeText(event) ?? events("online")}
          {isAtSpace ? (
            <span className="muted block">{`${street}, ${postalCode} ${commune.name}`}</span>
          ) : null}
          {onlineUrl ? (
            <a className="block" href={onlineUrl} rel="noreferrer">
              {t("online")}
            </a>
          ) : null}
        </dd>
      </dl>
      <p className="mt-4">
        <a href={`/evenements/${event.slug}`}>{t("event")}</a>
      </p>
    </section>
  );
}
