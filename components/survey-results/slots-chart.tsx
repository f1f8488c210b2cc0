import { getTranslations } from "next-intl/server";
import { gridOf } from "@/components/diagnosis/question-words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roles } from "@/lib/surveys/diagnosis/schema";
import type { ResultTable } from "@/lib/surveys/figures/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { ResultSection } from "./result-section";

type SlotsChartProps = {
  table: ResultTable;
  questionnaire: Questionnaire;
  locale: Locale;
  newestBatch: number;
};

/** Half-days of the week as a heat map whose every cell says its figure. */
export async function SlotsChart({ table, questionnaire, locale, newestBatch }: SlotsChartProps) {
  const t = await getTranslations("surveyResults");
  const { rows, columns } = gridOf(questionnaire, roles.slots, locale);
  const counts = new Map(table.lines.map(({ values: [slot = ""], count }) => [slot, count]));
  const highest = Math.max(1, ...table.lines.map(({ count }) => count ?? 0));
  const level = (count: number | null) => Math.ceil((4 * (count ?? 0)) / highest);
  return (
    <ResultSection
      id={table.question}
      title={t("when")}
      lead={t("whenLead")}
      base={table.base}
      isOlder={table.batch < newestBatch}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("when")}>
        <table className="table heat">
          <caption className="sr-only">{t("when")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              {columns.map((half) => (
                <th key={half.value} scope="col" className="end">
                  {half.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((day) => (
              <tr key={day.value}>
                <th scope="row">{day.label}</th>
                {columns.map((half) => {
                  const count = counts.get(`${day.value}:${half.value}`) ?? null;
                  return (
                    <td key={half.value} className={`end num heat-${level(count)}`}>
                      {count === null ? t("few") : formatNumber(count, locale)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ResultSection>
  );
}
