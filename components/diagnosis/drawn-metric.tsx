import type { Locale } from "@/lib/core/locale";
import type { MetricSheet } from "@/lib/surveys/diagnosis/exports/schema";
import type { Diagnosis } from "@/lib/surveys/diagnosis/queries";
import { roles } from "@/lib/surveys/diagnosis/schema";
import { DemandDrawing } from "./demand-drawing";
import { Metric } from "./metric";
import { PriceCurves } from "./price-curves";
import { gridOf } from "./question-words";
import { SlotTable } from "./slot-table";

type DrawnMetricProps = { sheet: MetricSheet; diagnosis: Diagnosis; locale: Locale };

/** A figure with its drawing where it has one; the tables stand beside it all the same. */
export function DrawnMetric({ sheet, diagnosis, locale }: DrawnMetricProps) {
  if (sheet.id === "pic") {
    const { rows, columns } = gridOf(diagnosis.campaign.questionnaire, roles.slots, locale);
    return (
      <Metric sheet={sheet} locale={locale} without={["demi-journees"]}>
        <SlotTable
          caption={sheet.title}
          days={rows}
          halves={columns}
          bySlot={diagnosis.peak.bySlot}
          locale={locale}
        />
      </Metric>
    );
  }
  if (sheet.id === "demande_commune") {
    return (
      <Metric sheet={sheet} locale={locale}>
        <DemandDrawing diagnosis={diagnosis} locale={locale} />
      </Metric>
    );
  }
  const hasCurves = sheet.tables.some(({ id }) => id === "courbes");
  if (sheet.id === "prix" && diagnosis.prices && hasCurves) {
    return (
      <Metric sheet={sheet} locale={locale}>
        <PriceCurves prices={diagnosis.prices} locale={locale} />
      </Metric>
    );
  }
  return <Metric sheet={sheet} locale={locale} />;
}
