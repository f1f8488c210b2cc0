import { getTranslations } from "next-intl/server";
import { Section } from "@/components/ui/section";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roles } from "@/lib/surveys/diagnosis/schema";
import type { Highlights, Part } from "@/lib/surveys/highlights/rules";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { valueWords } from "./result-words";

type InShortProps = {
  highlights: Highlights;
  questionnaire: Questionnaire;
  placeOf: (communes: string[]) => string;
  locale: Locale;
};

/** What the results say in plain sentences, before any chart. */
export async function InShort({ highlights, questionnaire, placeOf, locale }: InShortProps) {
  const t = await getTranslations("surveyResults");
  const { interested, desks, busiest, obstacle, fairFromTen } = highlights;
  const told = { questionnaire, locale, t };
  const counted = ({ count, base, share }: Part) => ({
    count: formatNumber(count, locale),
    base: formatNumber(base, locale),
    share: share === null ? "none" : formatShare(share, locale),
  });
  const sentences = [
    interested && t("interested", counted(interested)),
    ...desks.map(({ communes, low, high }) => t("desks", { place: placeOf(communes), low, high })),
    busiest &&
      t("busiest", { slot: valueWords(roles.slots, busiest, told).toLocaleLowerCase(locale) }),
    fairFromTen && t("fairFromTen", counted(fairFromTen)),
    obstacle && t("obstacle", { obstacle: valueWords(roles.obstacles, obstacle, told) }),
  ].filter((sentence) => sentence !== null && sentence !== "");
  if (sentences.length === 0) return null;
  return (
    <Section id="en-bref" title={t("inShort")} className="mt-8">
      <ul className="result-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="small muted mt-3">{t("caveat")}</p>
    </Section>
  );
}
