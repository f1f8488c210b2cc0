import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import { demandSheets } from "./demand-sheets";
import { moneySheets } from "./money-sheets";
import { needSheets } from "./need-sheets";
import { respondentSheets } from "./respondent-sheets";
import type { SheetContext } from "./sheet-words";

/** Every figure of the diagnosis in words, what the council decides by first. */
export function metricSheets(context: SheetContext): MetricSheet[] {
  return [
    ...demandSheets(context),
    ...respondentSheets(context),
    ...needSheets(context),
    ...moneySheets(context),
  ];
}
