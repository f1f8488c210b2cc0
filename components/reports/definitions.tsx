import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";

const definitions = [
  "offered",
  "booked",
  "occupied",
  "personDays",
  "users",
  "residences",
  "period",
  "oldMonths",
] as const;

/** How each figure is counted, beside the figures. */
export async function Definitions() {
  const t = await getTranslations("reports");
  return (
    <Section id="definitions" title={t("definitions")}>
      <ul className="definitions">
        {definitions.map((key) => (
          <li key={key}>{t(`definitionList.${key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
