import { scaleBand, scaleLinear } from "d3-scale";
import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, formatNumber, formatShortMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { firstDayOf } from "@/lib/reports/schema";
import type { TrendMonth } from "@/lib/reports/trends/schema";
import { MonthTable } from "./month-table";

const width = 720;
const height = 260;
const margin = { top: 14, right: 8, bottom: 44, left: 40 };

/** Person-days by month as bars drawn on the server; a running month is hatched; its table below. */
export async function MonthChart({ months: all }: { months: TrendMonth[] }) {
  const months = all.map((month) => ({
    ...month,
    personDays: month.hidden ? null : month.usage.personDays,
  }));
  const [t, figures, language] = await Promise.all([
    getTranslations("reports"),
    getTranslations("reportFigures"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const x = scaleBand(
    months.map(({ month }) => month),
    [margin.left, width - margin.right],
  ).padding(0.28);
  const highest = Math.max(1, ...months.map(({ personDays }) => personDays ?? 0));
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(4);
  const [first, last] = [months.at(0), months.at(-1)];
  const monthOf = (month: (typeof months)[number] | undefined) =>
    month ? formatMonth(firstDayOf(month.month), locale) : "";
  const figureOf = (month: (typeof months)[number] | undefined) =>
    month?.hidden
      ? figures(`withheld.${month.hidden}`)
      : formatNumber(month?.personDays ?? 0, locale);
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
          {months.map(({ month, personDays, isRunning, hidden }, index) => (
            <g key={month}>
              <rect
                className={isRunning ? "chart-running" : undefined}
                x={x(month)}
                y={y(personDays ?? 0)}
                width={x.bandwidth()}
                height={Math.max(0, height - margin.bottom - y(personDays ?? 0))}
                rx={2}
              />
              {hidden ? (
                <text
                  x={(x(month) ?? 0) + x.bandwidth() / 2}
                  y={height - margin.bottom - 6}
                  textAnchor="middle"
                >
                  –
                </text>
              ) : null}
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
      {months.some(({ hidden }) => hidden) ? (
        <p className="small muted mt-2">{t("untoldMonth")}</p>
      ) : null}
      <details className="chart-table mt-2">
        <summary className="btn btn-quiet">{t("showTable")}</summary>
        <MonthTable months={all} />
      </details>
    </figure>
  );
}
