import type { Locale } from "@/lib/core/locale";
import type { SheetTable } from "@/lib/surveys/diagnosis/exports/schema";
import { type Scenario, unknownTrip } from "@/lib/surveys/diagnosis/scenarios/rules";
import { roles } from "@/lib/surveys/diagnosis/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { labelOf } from "../question-words";
import type { DiagnosisWords } from "./sheet-words";

type ScenarioContext = {
  scenario: Scenario;
  questionnaire: Questionnaire;
  /** The name of a commune, or of an answer that is none. */
  placeName: (value: string) => string;
  t: DiagnosisWords;
  locale: Locale;
};

/** Who would come to a place, why, from where and how far. */
export function scenarioTables(context: ScenarioContext): SheetTable[] {
  const { scenario, questionnaire, placeName, t, locale } = context;
  const together = (names: string[]) =>
    names.length > 1 ? t("together", { values: names.join(", ") }) : names.join();
  const answers = { key: "answers", label: t("respondents"), unit: "respondents" } as const;
  const reasonName = (key: string) =>
    key === "near" ? t("scenario.reason.near") : t("scenario.reason.wished");
  return [
    {
      id: "raisons",
      caption: t("scenario.reasons"),
      head: t("scenario.reasonHead"),
      columns: [answers],
      bar: "answers",
      rows: (scenario.reasons ?? []).map(({ keys, count }) => ({
        key: keys.join(" "),
        label: together(keys.map(reasonName)),
        cells: [count],
      })),
    },
    {
      id: "profils",
      caption: t("scenario.profiles"),
      head: t("head.profils"),
      columns: [answers],
      bar: "answers",
      rows: (scenario.profiles ?? []).map(({ keys, count }) => ({
        key: keys.join(" "),
        label: together(keys.map((key) => labelOf(questionnaire, roles.profile, key, locale))),
        cells: [count],
      })),
    },
    {
      id: "residences",
      caption: t("scenario.homes"),
      head: t("residence"),
      columns: [answers, { key: "days", label: t("scenario.days"), unit: "days" }],
      bar: "answers",
      rows: scenario.homes.map(({ communes, respondents, value }) => ({
        key: communes.join(" "),
        label: together(communes.map(placeName)),
        cells: [respondents, Math.round(value)],
      })),
    },
    {
      id: "trajets",
      caption: t("scenario.trips"),
      head: t("scenario.tripHead"),
      columns: [answers],
      bar: "answers",
      rows: tripRows(scenario, t),
    },
  ];
}

/** Bands of minutes, each beginning where the one before ends, then the trips that are not known. */
function tripRows({ trips }: Scenario, t: DiagnosisWords): SheetTable["rows"] {
  return (trips ?? []).map(({ first, last, count }, index) => {
    const from = trips?.[index - 1]?.last;
    return { key: last, label: tripLabel({ from, first, last }, t), cells: [count] };
  });
}

type Trips = { from: string | undefined; first: string; last: string };

function tripLabel({ from, first, last }: Trips, t: DiagnosisWords): string {
  if (first === unknownTrip) return t("scenario.unknownTrip");
  if (last === unknownTrip) return t("scenario.aboveOrUnknown", { from: from ?? "0" });
  if (last === "Infinity") return t("scenario.above", { from: from ?? "0" });
  return from === undefined
    ? t("scenario.upTo", { most: last })
    : t("scenario.between", { from, most: last });
}
