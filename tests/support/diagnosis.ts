import { createTranslator } from "use-intl/core";
import { metricSheets } from "@/components/diagnosis/sheets/metric-sheets";
import type { Locale } from "@/lib/core/locale";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { surveyOfTheValley } from "./questionnaires";
import { communesOfTests } from "./survey-responses";

/** The diagnosis of these responses, as the query gives it, without a database. */
export function aDiagnosis(
  responses: readonly Response[],
  overrides: Partial<Diagnosis> = {},
): Diagnosis {
  const questionnaire = surveyOfTheValley();
  const supposed = assumptions.parse({});
  return {
    ...figuresOf(questionnaire, responses, communesOfTests, supposed),
    assumptions: supposed,
    assumedOn: {},
    isForgotten: false,
    knownSources: [],
    skills: [],
    campaign: {
      id: "",
      slug: "essai",
      state: "open",
      opensAt: new Date("2026-06-14T22:00:00Z"),
      closesAt: new Date("2026-09-15T22:00:00Z"),
      timeZone: "Europe/Paris",
      contactEmail: "contact@essai.test",
      partners: [],
      texts: {},
      questionnaire,
    },
    ...overrides,
  };
}

/** Its figures in words. */
export function sheetsOf(diagnosis: Diagnosis, locale: Locale): MetricSheet[] {
  const messages = locale === "fr" ? fr : en;
  const t = createTranslator({ locale, messages, namespace: "diagnosis" });
  const survey = createTranslator({ locale, messages, namespace: "survey" });
  return metricSheets({ diagnosis, t, survey, locale });
}
