import {
  Accessibility,
  Baby,
  Backpack,
  CalendarPlus,
  CircleParking,
  Ear,
  Gauge,
  Hand,
  Info,
  Languages,
  type LucideIcon,
  Type,
  Users,
  Volume1,
} from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { localeOf } from "@/lib/core/locale";
import type { EventView } from "@/lib/events/queries";
import type { accessCodes } from "@/lib/events/schema";
import { accessOf, audienceOf, languageName, levelOf, writtenIn } from "./event-words";

const icons: Record<(typeof accessCodes)[number], LucideIcon> = {
  step_free: Accessibility,
  hearing_loop: Ear,
  sign_language: Hand,
  large_print: Type,
  quiet: Volume1,
  children: Baby,
  parking: CircleParking,
};

/** For whom, in which language, what to bring and how to get in. */
export async function EventFacts({ event }: { event: EventView }) {
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const locale = localeOf(language);
  const { bring, accessNote } = event;
  const isSpokenHere = event.language === locale;
  return (
    <section className="panel" aria-labelledby="sur-place">
      <h2 id="sur-place" className="mb-3 text-h3">
        {t(event.place.kind === "online" ? "onlineFacts" : "onSite")}
      </h2>
      <ul className="event-facts">
        <Fact icon={Users}>{t(`audiences.${audienceOf(event.audience)}`)}</Fact>
        {event.level === "any" ? null : (
          <Fact icon={Gauge}>{t(`levels.${levelOf(event.level)}`)}</Fact>
        )}
        {isSpokenHere ? null : (
          <Fact icon={Languages}>
            {t("language", { language: languageName(event.language, locale) })}
          </Fact>
        )}
        {accessOf(event.access).map((code) => (
          <Fact key={code} icon={icons[code]}>
            {t(`access.${code}`)}
          </Fact>
        ))}
        {accessNote ? (
          <Fact icon={Info} {...writtenIn(event.language, locale)}>
            {accessNote}
          </Fact>
        ) : null}
      </ul>
      {bring ? (
        <>
          <h3 className="mt-4 mb-1 flex items-center gap-2 text-h4">
            <Backpack size={20} strokeWidth={1.75} aria-hidden />
            {t("bring")}
          </h3>
          <p className="event-text" {...writtenIn(event.language, locale)}>
            {bring}
          </p>
        </>
      ) : null}
      {event.state === "published" && event.publishedAt ? (
        <p className="event-calendar">
          <a href={`/evenements/${event.slug}/agenda.ics`} download>
            <CalendarPlus size={18} strokeWidth={1.75} aria-hidden />
            {t("addToCalendar")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

type FactProps = { icon: LucideIcon; children: string; lang?: string };

function Fact({ icon: Icon, children, ...written }: FactProps) {
  return (
    <li>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span className="min-w-0" {...written}>
        {children}
      </span>
    </li>
  );
}
