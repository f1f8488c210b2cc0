import { CalendarPlus, Code, Rss } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { feedAddresses } from "@/lib/events/listings/rules";
import type { AgendaSearch } from "@/lib/events/listings/schema";

/** The same agenda elsewhere: in one's own, in a reader of news, on the site of a town hall. */
export async function FollowAgenda({ search }: { search: AgendaSearch }) {
  const [t, locale] = await Promise.all([getTranslations("events.agenda.follow"), getLocale()]);
  const { calendar, news } = feedAddresses(search, locale);
  return (
    <Section id="suivre" title={t("title")}>
      <p className="max-w-measure">{t("lead")}</p>
      <ul className="agenda-follow">
        <li>
          <CalendarPlus size={18} strokeWidth={1.75} aria-hidden />
          <a href={calendar}>{t("calendar")}</a>
        </li>
        <li>
          <Rss size={18} strokeWidth={1.75} aria-hidden />
          <a href={news}>{t("news")}</a>
        </li>
        <li>
          <Code size={18} strokeWidth={1.75} aria-hidden />
          <a href="/evenements/integration">{t("framed")}</a>
        </li>
      </ul>
    </Section>
  );
}
