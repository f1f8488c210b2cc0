import type { getTranslations } from "next-intl/server";
import { day } from "@/lib/core/day";
import { formatDay, formatEuros, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { BaseId, OptionalId } from "@/lib/surveys/diagnosis/bases/schema";
import type {
  MetricId,
  MetricSheet,
  SheetCell,
  SheetUnit,
  Supposition,
} from "@/lib/surveys/diagnosis/exports/schema";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { intentWeightsOf } from "@/lib/surveys/diagnosis/rules";
import {
  type AssumptionName,
  assumptionNames,
  boundsOf,
  intentName,
  roles,
} from "@/lib/surveys/diagnosis/schema";
import { outside } from "@/lib/surveys/turnout/rules";
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

type SheetParts = Partial<Pick<MetricSheet, "findings" | "suppositions" | "tables" | "base">> & {
  /** Words of the formula's blanks. */
  formula?: Record<string, string | number>;
};

/** A sheet with its title, formula, base and caveat. */
export function sheetOf(
  context: SheetContext,
  id: MetricId,
  { formula = {}, ...parts }: SheetParts = {},
): MetricSheet {
  const { t } = context;
  return {
    id,
    title: t(`metric.${id}`),
    findings: [],
    suppositions: [],
    tables: [],
    base: id === "prix" ? pricesBase(context) : baseWords(context, id),
    ...parts,
    formula: t(`formula.${id}`, formula),
    caveat: t("notRepresentative"),
    none: t("none"),
  };
}

/** How many respondents a figure is of, who they are, and of how many asked where that is another number. */
export function baseWords(context: BaseContext, id: BaseId): string {
  const { diagnosis, t } = context;
  const { [id]: base, asked } = diagnosis.bases;
  const who = t(`who.${id}`);
  const aside = asideWords(context, id);
  if (base === "few") return t("baseFew", { who });
  if (base === "few_left_out") return [t("baseFewLeftOut", { who }), aside].join(" ").trim();
  const among = id in asked ? asked[id as OptionalId] : base;
  const put = typeof among === "number" && among !== base ? t("baseAsked", { count: among }) : "";
  return [t("base", { count: base, who }), put, aside].filter((part) => part !== "").join(" ");
}

type BaseContext = Pick<SheetContext, "diagnosis" | "t" | "locale">;

const sumsOf = {
  wishes: ["demande_commune", "jours_personnes", "pic", "postes", "recette"],
  travel: ["km_evites", "co2"],
} as const;

/** What a sum does not take as it was said: answers left aside, and intents put together; no number of either. */
function asideWords({ diagnosis, t, locale }: BaseContext, id: BaseId): string {
  const sum = (["wishes", "travel"] as const).find((key) =>
    sumsOf[key].some((each) => each === id),
  );
  if (sum === undefined) return "";
  const { bases, campaign } = diagnosis;
  const nameOf = (option: string) =>
    t("intentName", { name: labelOf(campaign.questionnaire, roles.interest, option, locale) });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return [
    ...(bases.leavesAside[sum] ? [t("baseAside")] : []),
    ...bases.together[sum].map((options) =>
      t("intentsTogether", { names: list.format(options.map(nameOf)) }),
    ),
  ].join(" ");
}

/** Three questions, each with its own base. */
function pricesBase(context: SheetContext): string {
  const each = (["prix_raisonnable", "prix_trop_cher", "budgets"] as const).map((id) =>
    baseWords(context, id),
  );
  return each.join(" ");
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
  const others = [outside, "ailleurs_46", "ailleurs_fr", "etranger", "nsp"] as const;
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
export function supposed(context: SheetContext, names: readonly AssumptionName[]): Supposition[] {
  const { diagnosis, t } = context;
  return names.map((name) =>
    supposition(context, {
      name,
      label: t(`assumption.${name}`),
      value: diagnosis.assumptions[name],
    }),
  );
}

/** The weight of each intent, which comes with the questionnaire unless staff changed it. */
export function supposedIntent(context: SheetContext): Supposition[] {
  return intentLines(context).map((line) => supposition(context, line));
}

/** One value that may be changed: its name in a form, its words and what it is; null: not known. */
export type AssumptionLine = { name: string; label: string; value: number | null };

/** Every value that may be changed, the weights of intent first. */
export function assumptionLines(context: SheetContext): AssumptionLine[] {
  const { diagnosis, t } = context;
  const others = assumptionNames.map((name) => ({
    name,
    label: t(`assumption.${name}`),
    value: diagnosis.assumptions[name],
  }));
  return [...intentLines(context), ...others];
}

function intentLines({ diagnosis, t, locale }: SheetContext): AssumptionLine[] {
  const { campaign, assumptions } = diagnosis;
  const { questionnaire } = campaign;
  return [...intentWeightsOf(questionnaire, assumptions)].map(([option, value]) => ({
    name: intentName(option),
    label: t("intentWeight", { name: labelOf(questionnaire, roles.interest, option, locale) }),
    value,
  }));
}

function supposition(context: SheetContext, { name, label, value }: AssumptionLine): Supposition {
  const { t, locale } = context;
  return {
    label,
    value: value === null ? t("unknown") : formatNumber(value, locale, 4),
    dated: datedWords(context, name),
  };
}

/** Since when a value is what it is. */
export function datedWords({ diagnosis, t, locale }: SheetContext, name: string): string {
  const on = diagnosis.assumedOn[name];
  return on
    ? t("changedOn", { day: formatDay(day(on), locale, day("1970-01-01")) })
    : t("asItCame", { version: diagnosis.campaign.questionnaire.version });
}

/** From and up to which a value may be, in the reader's figures; null where there is no such value. */
export function boundsWords(name: string, locale: Locale): { least: string; most: string } | null {
  const bounds = boundsOf(name);
  return (
    bounds && {
      least: formatNumber(bounds.least, locale, 2),
      most: formatNumber(bounds.most, locale, 2),
    }
  );
}
