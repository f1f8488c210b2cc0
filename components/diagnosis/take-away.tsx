import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import type { Locale } from "@/lib/core/locale";

type TakeAwayProps = { address: string; campaign: string; locale: Locale };

/** The files of the diagnosis of a campaign. */
export async function TakeAway({ address, campaign, locale }: TakeAwayProps) {
  const t = await getTranslations("diagnosis");
  const other = locale === "fr" ? "en" : "fr";
  const files = [
    { key: "pdf", query: `format=pdf&langue=${locale}` },
    { key: "pdfOther", query: `format=pdf&langue=${other}` },
    { key: "ods", query: `format=ods&langue=${locale}` },
    { key: "csv", query: `format=csv&langue=${locale}` },
    { key: "codes", query: `format=codes&langue=${locale}` },
  ] as const;
  return (
    <Section id="emporter" title={t("take.title")} className="no-print">
      <p className="muted mb-4 max-w-measure">{t("take.lead")}</p>
      <ul className="flex flex-wrap gap-3">
        {files.map(({ key, query }) => (
          <li key={key}>
            <a
              className={key === "pdf" ? "btn btn-primary" : "btn btn-secondary"}
              href={`${address}/export?campagne=${campaign}&${query}`}
              hrefLang={key === "pdfOther" ? other : undefined}
              download
            >
              <Download size={18} strokeWidth={1.75} aria-hidden />
              {t(`take.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
