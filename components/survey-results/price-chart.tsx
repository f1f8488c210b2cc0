import { scaleBand, scaleLinear } from "d3-scale";
import { getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { noAnswer, type ResultTable } from "@/lib/surveys/figures/schema";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { lineWords, questionWords, valueWords } from "./result-words";

const width = 720;
const height = 220;
const margin = { top: 24, right: 8, bottom: 34, left: 8 };

type PriceChartProps = { table: ResultTable; questionnaire: Questionnaire; locale: Locale };

/** Prices as columns from the least to the most, drawn on the server; their table stands below. */
export async function PriceChart({ table, questionnaire, locale }: PriceChartProps) {
  const t = await getTranslations("surveyResults");
  const told = { questionnaire, locale, t };
  const bars = table.lines
    .filter(({ values }) => !values.includes(noAnswer))
    .toSorted(
      (a, b) => Number.parseInt(a.values[0] ?? "", 10) - Number.parseInt(b.values[0] ?? "", 10),
    )
    .map(({ values, count }) => ({
      label: lineWords(values, (value) => valueWords(table.question, value, told), t),
      count: count ?? 0,
    }));
  const x = scaleBand(
    bars.map(({ label }) => label),
    [margin.left, width - margin.right],
  ).padding(0.2);
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]);
  const title = questionWords(table.question, told);
  const titleId = `${table.question}-titre`;
  const lines = bars
    .map(({ label, count }) => t("chartLine", { label, count: formatNumber(count, locale) }))
    .join(" ; ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("chartRegion", { title })}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="chart"
        role="img"
        aria-labelledby={titleId}
      >
        <title id={titleId}>{t("chart", { title, lines })}</title>
        {bars.map(({ label, count }) => (
          <g key={label}>
            <rect x={x(label)} y={y(count)} width={x.bandwidth()} height={y(0) - y(count)} />
            <text x={(x(label) ?? 0) + x.bandwidth() / 2} y={y(count) - 6} textAnchor="middle">
              {formatNumber(count, locale)}
            </text>
            <text x={(x(label) ?? 0) + x.bandwidth() / 2} y={height - 10} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}
