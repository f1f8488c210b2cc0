import { scaleLinear } from "d3-scale";
import { getTranslations } from "next-intl/server";
import { formatEuros, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Willingness } from "@/lib/surveys/diagnosis/prices/rules";

const width = 720;
const height = 260;
const margin = { top: 14, right: 96, bottom: 36, left: 52 };

type Curve = Willingness["fair"];

/** The two curves of willingness to pay, drawn on the server, with their values in a table below. */
export async function PriceCurves({ prices, locale }: { prices: Willingness; locale: Locale }) {
  const t = await getTranslations("diagnosis");
  const { acceptable, fair } = prices;
  const x = scaleLinear([0, 30], [margin.left, width - margin.right]);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const pathOf = (curve: Curve) =>
    curve.map(({ price, share }) => `${x(price)},${y(share ?? 0)}`).join(" ");
  const labels = [
    { key: "acceptable", curve: acceptable, at: 15 },
    { key: "fair", curve: fair, at: 5 },
  ] as const;
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("prices")}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="chart"
          role="img"
          aria-labelledby="prix-titre"
        >
          <title id="prix-titre">{t("pricesChart")}</title>
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line x1={margin.left} x2={width - margin.right} y1={y(share)} y2={y(share)} />
              <text x={margin.left - 8} y={y(share) + 4} textAnchor="end">
                {formatShare(share, locale)}
              </text>
            </g>
          ))}
          {[0, 10, 20, 30].map((price) => (
            <text key={price} x={x(price)} y={height - 12} textAnchor="middle">
              {formatEuros(price, locale)}
            </text>
          ))}
          {labels.map(({ key, curve, at }) => (
            <g key={key}>
              <polyline className={`curve curve-${key}`} points={pathOf(curve)} />
              <text x={x(at) + 6} y={y(curve.find(({ price }) => price === at)?.share ?? 0) - 8}>
                {t(key)}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <details className="mt-2">
        <summary className="btn btn-quiet">{t("showTable")}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("price")}</th>
              <th scope="col" className="end">
                {t("acceptable")}
              </th>
              <th scope="col" className="end">
                {t("fair")}
              </th>
            </tr>
          </thead>
          <tbody>
            {acceptable.map(({ price, share }, index) => (
              <tr key={price}>
                <th scope="row">{formatEuros(price, locale)}</th>
                <td className="end num">{share === null ? "–" : formatShare(share, locale)}</td>
                <td className="end num">
                  {fair[index]?.share == null ? "–" : formatShare(fair[index].share, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
