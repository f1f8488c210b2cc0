import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { exportedFigures } from "@/lib/reports/events/exports/rules";

/** How each figure of events is counted, beside the figures. */
export async function EventDefinitions() {
  const t = await getTranslations("eventsFigures");
  return (
    <Section id="definitions" title={t("definitionsTitle")}>
      <dl className="terms">
        {exportedFigures.map((key) => (
          <div key={key}>
            <dt>{t(`figures.${key}`)}</dt>
            <dd>{t(`definitions.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="muted mt-4 max-w-measure">{t("hidden")}</p>
    </Section>
  );
}
