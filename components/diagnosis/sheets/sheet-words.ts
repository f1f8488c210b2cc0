import type { getTranslations } from "next-intl/server";
import { day } from "@/lib/core/day";
import { formatDay, formatEuros, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type {
  MetricId,
  MetricSheet,
  SheetCell,
  SheetUnit,
  Supposition,
} from "@/lib/surveys/diagnosis/exports/schema";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import type { AssumptionName } from "@/lib/surveys/diagnosis/schema";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import { labelOf } from "../question-words";

export type DiagnosisWords = Awaited<ReturnType<typeof getTranslations<"diagnosis">>>;
export type SurveyWords = Awaited<ReturnType<typeof getTranslations<"survey">>>;

/** What every sheet is written with. */
export type SheetContext = {
  diagnosis: Diagnosis;
  t: DiagnosisWords;
  survey: SurveyWords;
  locale: Locale;
};

type SheetParts = Partial<Pick<MetricSheet, "findings" | "suppositions" | "tables">> & {
  /** Respondents; null between one and four. */
  base: number | null;
  /** Words of the formula's blanks. */
  formula?: Record<string, string | number>;
};

/** A sheet with its title, formula, base and caveat. */
export function sheetOf(
  { t }: SheetContext,
  id: MetricId,
  { base, formula = {}, ...parts }: SheetParts,
): MetricSheet {
  return {
    id,
    title: t(`metric.${id}`),
    findings: [],
    suppositions: [],
    tables: [],
    ...parts,
    formula: t(`formula.${id}`, formula),
    base: base === null ? t("baseFew") : t("base", { count: base }),
    caveat: t("notRepresentative"),
    none: t("none"),
  };
}

/** A figure that may not be told. */
export function orFew({ t }: SheetContext, value: number | null): SheetCell {
  return value ?? t("someAnswers");
}

/** A cell in the reader's words. */
export function cellText(cell: SheetCell, unit: SheetUnit, locale: Locale): string {
  if (typeof cell === "string") return cell;
  if (unit === "share") return formatShare(cell, locale);
  if (unit === "euros") return formatEuros(cell, locale);
  return formatNumber(cell, locale);
}

/** The name of a commune, or of an answer that is none. */
export function placeName({ diagnosis, survey }: SheetContext, value: string): string {
  const name = diagnosis.names.get(value);
  if (name) return name;
  const others = ["ailleurs_46", "ailleurs_fr", "etranger", "nsp"] as const;
  const other = others.find((each) => each === value);
  return other ? survey(`elsewhere.${other}`) : value;
}

/** Several names in one line, which says so. */
export function joinedNames({ t }: SheetContext, names: readonly string[]): string {
  const values = names.join(", ");
  return names.length > 1 ? t("together", { values }) : values;
}

export function optionName({ diagnosis, locale }: SheetContext, question: string, value: string) {
  return labelOf(diagnosis.campaign.questionnaire, question, value, locale);
}

/** What a sheet supposes among what staff may change, with the day each was last changed. */
export function supposed(
  { diagnosis, t, locale }: SheetContext,
  names: readonly AssumptionName[],
): Supposition[] {
  return names.map((name) => {
    const value = diagnosis.assumptions[name];
    const on = diagnosis.assumedOn[name];
    return {
      label: t(`assumption.${name}`),
      value: value === null ? t("unknown") : formatNumber(value, locale, 4),
      dated: on
        ? t("changedOn", { day: formatDay(day(on), locale, day("1970-01-01")) })
        : t("asItCame", { version: diagnosis.campaign.questionnaire.version }),
    };
  });
}

/** The weights of intent, which come with the questionnaire. */
export function supposedIntent(context: SheetContext): Supposition {
  const { diagnosis, t, locale } = context;
  const { questionnaire } = diagnosis.campaign;
  const question = questionOf(questionnaire, roles.interest);
  const options = question && "options" in question ? question.options : [];
  const weights = options.flatMap(({ label, intentWeight }) =>
    intentWeight === undefined
      ? []
      : [t("weightOf", { name: label[locale], share: formatShare(intentWeight, locale) })],
  );
  return {
    label: t("intentWeights"),
    value: weights.join(", "),
    dated: t("asItCame", { version: questionnaire.version }),
  };
}
