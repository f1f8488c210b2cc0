import { scaleBand, scaleLinear } from "d3-scale";
import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, formatNumber, formatShortMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { NetworkReport } from "@/lib/reports/schema";
import { firstDayOf } from "@/lib/reports/schema";
import { MonthTable } from "./month-table";

const width = 720;
const height = 260;
const margin = { top: 14, right: 8, bottom: 44, left: 40 };

/** Person-days by month as bars drawn on the server; a running month is hatched; its table below. */
export async function MonthChart({ months }: { months: NetworkReport["months"] }) {
  const [t, language] = await Promise.all([getTranslations("reports"), getLocale()]);
  const locale = localeOf(language);
  const x = scaleBand(
    months.map(({ month }) => month),
    [margin.left, width - margin.right],
  ).padding(0.28);
  const highest = Math.max(1, ...months.map(({ usage }) => usage.personDays));
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(4);
  const [first, last] = [months.at(0), months.at(-1)];
  const monthOf = (month: (typeof months)[number] | undefined) =>
    month ? formatMonth(firstDayOf(month.month), locale) : "";
  const figureOf = (month: (typeof months)[number] | undefined) =>
    formatNumber(month?.usage.personDays ?? 0, locale);
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("byMonthLead")}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="chart"
          role="img"
          aria-labelledby="mois-titre"
        >
          <title id="mois-titre">
            {t("byMonthChart", {
              first: monthOf(first),
              firstValue: figureOf(first),
              last: monthOf(last),
              lastValue: figureOf(last),
            })}
          </title>
          {y.ticks(4).map((tick) => (
            <g key={tick}>
              <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
              <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
                {formatNumber(tick, locale)}
              </text>
            </g>
          ))}
          {months.map(({ month, usage, isRunning }, index) => (
            <g key={month}>
              <rect
                className={isRunning ? "chart-running" : undefined}
                x={x(month)}
                y={y(usage.personDays)}
                width={x.bandwidth()}
                height={Math.max(0, height - margin.bottom - y(usage.personDays))}
                rx={2}
              />
              {(months.length - 1 - index) % 3 === 0 ? (
                <text x={(x(month) ?? 0) + x.bandwidth() / 2} y={height - 24} textAnchor="middle">
                  {formatShortMonth(firstDayOf(month), locale)}
                  <tspan x={(x(month) ?? 0) + x.bandwidth() / 2} dy="1.15em">
                    {month.slice(0, 4)}
                  </tspan>
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      </section>
      <details className="mt-2">
        <summary className="btn btn-quiet">{t("showTable")}</summary>
        <MonthTable months={months} />
      </details>
    </figure>
  );
}
