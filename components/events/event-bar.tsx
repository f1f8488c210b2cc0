import { getLocale, getTranslations } from "next-intl/server";
import { capitalised } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";
import { registrationWindow } from "@/lib/events/windows/rules";
import { whenWords } from "./event-words";

/** On a phone, under the thumb while one can register: how many seats are left, when, and the way there. */
export async function EventBar({ event, at }: { event: EventView; at: Date }) {
  if (registrationWindow(event, at) !== "open" || event.left === null) return null;
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const locale = localeOf(language);
  const { day, times } = whenWords(event, locale, at);
  return (
    <aside className="event-bar only-narrow no-print" aria-label={t("register")}>
      <p>
        <b>{t("seatsLeft", { count: event.left })}</b>
        <br />
        <span className="small muted">{capitalised(t("when", { day, times }), locale)}</span>
      </p>
      <a className="btn btn-primary" href={`/evenements/${event.slug}/inscription`} rel="nofollow">
        {t(event.left === 0 ? "wait" : "register")}
      </a>
    </aside>
  );
}
