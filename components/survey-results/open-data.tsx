import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

const licence = "https://github.com/etalab/licence-ouverte/blob/master/LO.md";

type OpenDataProps = {
  /** Of the campaign: the address stays that of its figures when another is published. */
  slug: string;
  title: string;
  day: Day;
  locale: Locale;
};

/** The same figures to take away, under what licence, and how they protect whoever answered. */
export async function OpenData({ slug, title, day, locale }: OpenDataProps) {
  const t = await getTranslations("surveyResults");
  const counted = `${formatDay(day, locale)} ${day.slice(0, 4)}`;
  const files = [
    { href: `/enquete/resultats/donnees?campagne=${slug}&langue=${locale}`, label: t("dataFile") },
    { href: `/enquete/resultats/codes?campagne=${slug}&langue=${locale}`, label: t("codeFile") },
  ];
  return (
    <>
      <Section id="protection" title={t("methodTitle")} className="mt-12">
        <p className="max-w-measure">{t("method")}</p>
        <p className="mt-3 max-w-measure">{t("followed")}</p>
        <p className="mt-3">{t("counted", { day: counted })}</p>
      </Section>
      <Section id="donnees-ouvertes" title={t("dataTitle")} className="mt-12">
        <p className="max-w-measure">{t("dataLead")}</p>
        <p className="no-print mt-4 flex flex-wrap gap-4">
          {files.map(({ href, label }) => (
            <a key={href} className="btn btn-secondary" href={href} download>
              <Download size={18} strokeWidth={1.75} aria-hidden />
              {label}
            </a>
          ))}
          <a className="btn btn-quiet" href={`/api/v1/survey/results?survey=${slug}`}>
            {t("apiFile")}
          </a>
        </p>
        <p className="mt-4">
          {t.rich("licence", {
            link: () => (
              <a href={licence} rel="license noopener">
                {t("licenceName")}
              </a>
            ),
          })}
        </p>
        <p className="mt-2">
          {t("attributionTitle", { mention: t("mention", { title, day: counted }) })}
        </p>
      </Section>
    </>
  );
}
