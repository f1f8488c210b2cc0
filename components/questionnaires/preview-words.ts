import { getTranslations } from "next-intl/server";
import type { FieldWords } from "@/components/surveys/field-props";
import type { HintWords } from "@/components/surveys/question-view";
import type { Locale } from "@/lib/core/locale";

/** Answers to « which commune » that are none. */
const elsewhere = ["ailleurs_46", "ailleurs_fr", "etranger", "nsp"] as const;

/** What the fields of a step say, in the language of the preview and not of whoever looks at it. */
export async function previewWords(
  locale: Locale,
): Promise<{ fields: FieldWords; hints: HintWords }> {
  const t = await getTranslations({ locale, namespace: "survey" });
  return {
    fields: {
      optional: t("step.optional"),
      noOpinion: t("step.noOpinion"),
      communeHint: t("step.communeHint"),
      communeOther: t("step.communeOther"),
      communeWritten: t("step.communeWritten"),
      communeMeant: t("step.communeMeant"),
      otherCommunes: t("step.otherCommunes"),
      charactersLeft: t("step.charactersLeft", { count: "{count}" }),
      elsewhere: elsewhere.map((value) => ({ value, label: t(`elsewhere.${value}`) })),
    },
    hints: {
      between: (bounds) => t("step.between", bounds),
      chosen: (count) => t("step.chosen", count),
    },
  };
}
