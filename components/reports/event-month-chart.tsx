import { scaleBand, scaleLinear } from "d3-scale";
import { getLocale, getTranslations } from "next-intl/server";
import { formatMonth, formatShortMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { EventsReport } from "@/lib/reports/events/schema";

const width = 720;
const height = 220;
const margin = { top: 14, right: 8, bottom: 44, left: 40 };

/** Events held by month as bars drawn on the server, its table below. */
export async function EventMonthChart({ months }: { months: EventsReport["months"] }) {
  const [t, language] = await Promise.all([getTranslations("eventsFigures"), getLocale()]);
  const locale = localeOf(language);
  const x = scaleBand(
    months.map(({ first }) => first),
    [margin.left, width - margin.right],
  ).padding(0.28);
  const highest = Math.max(1, ...months.map(({ held }) => held));
  const y = scaleLinear([0, highest], [height - margin.bottom, margin.top]).nice(4);
  const every = Math.ceil(months.length / 12);
  const all = months.reduce((sum, month) => sum + month.held, 0);
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("chartRegion")}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="chart"
          role="img"
          aria-labelledby="mois-titre"
        >
          <title id="mois-titre">{t("chart", { held: all, months: months.length })}</title>
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <g key={tick}>
                <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
                <text x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
          {months.map((month, index) => (
            <g key={month.first}>
              <rect
                x={x(month.first)}
                y={y(month.held)}
                width={x.bandwidth()}
                height={Math.max(0, height - margin.bottom - y(month.held))}
                rx={2}
              />
              {index % every === 0 ? (
                <text
                  x={(x(month.first) ?? 0) + x.bandwidth() / 2}
                  y={height - 24}
                  textAnchor="middle"
                >
                  {formatShortMonth(month.first, locale)}
                  <tspan x={(x(month.first) ?? 0) + x.bandwidth() / 2} dy="1.15em">
                    {month.first.slice(0, 4)}
                  </tspan>
                </text>
              ) : null}
            </g>
          ))}
        </svg>
      </section>
      <details className="mt-2">
        <summary className="btn btn-quiet">{t("showTable")}</summary>
        <table className="table">
          <caption>{t("monthTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("month")}</th>
              <th scope="col" className="end">
                {t("figures.held")}
              </th>
              <th scope="col" className="end">
                {t("figures.cancelled")}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.first}>
                <th scope="row">{formatMonth(month.first, locale)}</th>
                <td className="end">{month.held}</td>
                <td className="end">{month.cancelled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
