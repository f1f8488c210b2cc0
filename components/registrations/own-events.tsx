import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { OwnEvent } from "@/lib/events/registrations/queries";

type OwnEventsProps = {
  events: readonly OwnEvent[];
  /** On the page that is called as the section is elsewhere. */
  isAmongOthers?: boolean;
};

/** Events to come for which one is registered or waits; nothing when there is none. */
export async function OwnEvents({ events, isAmongOthers = false }: OwnEventsProps) {
  if (events.length === 0) return null;
  const [t, language] = await Promise.all([getTranslations("eventsRegister.mine"), getLocale()]);
  const locale = localeOf(language);
  return (
    <Section
      id="mes-evenements"
      title={t(isAmongOthers ? "registered" : "title")}
      aside={<a href="/evenements">{t("all")}</a>}
      className="mt-10"
    >
      <ul className="rows">
        {events.map((event) => (
          <li key={event.token} className="registration-own">
            <div>
              <a href={`/evenements/inscription/${event.token}`}>
                <b>{event.title}</b>
              </a>
              <p className="muted">
                {capitalised(formatDay(event.day, locale), locale)},{" "}
                {formatTimes(event, event.timeZone, locale)}, {event.spaceName}
              </p>
            </div>
            <p className="small">
              {event.isCancelled ? t("eventCancelled") : t(`state.${event.state}`)}
              {", "}
              {t("people", { count: event.quantity })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
