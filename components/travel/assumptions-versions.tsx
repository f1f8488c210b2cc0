import { getLocale, getTranslations } from "next-intl/server";
import { dayInWords } from "@/components/privacy/value-words";
import { Section } from "@/components/ui/section";
import { dayOf, homeTimeZone } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import type { AssumptionsVersion } from "@/lib/reports/travel-assumptions/queries";
import { assumptionWords } from "./number-words";

/** Every version, the latest first: when, by whom, what it changed. */
export async function AssumptionsVersions({ versions }: { versions: AssumptionsVersion[] }) {
  const [t, language] = await Promise.all([getTranslations("travelAssumptions"), getLocale()]);
  const locale = localeOf(language);
  const words = (value: number | null) => assumptionWords(value, locale, t("unknown"));
  return (
    <Section id="versions" title={t("history")}>
      <ol className="rows travel-versions">
        {versions.map(({ version, made, changes }) => (
          <li key={version}>
            <h3>{t("version", { version })}</h3>
            <p className="small muted">
              {made
                ? t("madeBy", {
                    day: dayInWords(dayOf(made.at, homeTimeZone), locale),
                    name: made.by ?? t("somebodyGone"),
                  })
                : t("first")}
            </p>
            <ul>
              {changes.map(({ name, before, after }) => (
                <li key={name}>
                  {t("change", {
                    name: t(`names.${name}`),
                    before: words(before),
                    after: words(after),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
