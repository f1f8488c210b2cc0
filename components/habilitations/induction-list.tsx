import { getLocale, getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Induction } from "@/lib/events/inductions/queries";

/** The next events that grant it; without any, whom to ask. */
export async function InductionList({ inductions }: { inductions: Induction[] }) {
  const [t, language] = await Promise.all([getTranslations("habilitations.one"), getLocale()]);
  const locale = localeOf(language);
  if (inductions.length === 0) {
    return (
      <>
        <p>{t("none")}</p>
        <p className="muted">{t("noneLead")}</p>
      </>
    );
  }
  return (
    <ul className="rows">
      {inductions.map(({ slug, title, spaceName, timeZone, ...during }) => (
        <li key={slug}>
          <a className="inline-flex min-h-11 items-center font-bold" href={`/evenements/${slug}`}>
            {title}
          </a>
          <p className="muted">
            {capitalised(formatDay(dayOf(during.startsAt, timeZone), locale), locale)}
            {", "}
            {formatTimes(during, timeZone, locale)}
            {", "}
            {spaceName}
          </p>
        </li>
      ))}
    </ul>
  );
}
