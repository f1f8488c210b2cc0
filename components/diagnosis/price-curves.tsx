import { scaleLinear } from "d3-scale";
import { getTranslations } from "next-intl/server";
import { formatEuros, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ShownWillingness } from "@/lib/surveys/diagnosis/prices/rules";

const width = 720;
const height = 260;
const margin = { top: 14, right: 96, bottom: 36, left: 52 };

type Curve = ShownWillingness["fair"];

/** The two curves of willingness to pay, drawn on the server, with their values in a table below. */
export async function PriceCurves({
  prices,
  locale,
}: {
  prices: ShownWillingness;
  locale: Locale;
}) {
  const t = await getTranslations("diagnosis");
  const { acceptable, fair } = prices;
  const x = scaleLinear([0, 30], [margin.left, width - margin.right]);
  const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);
  const pathOf = (curve: Curve) =>
    curve
      .flatMap(({ price, share }) => (share === null ? [] : [`${x(price)},${y(share)}`]))
      .join(" ");
  const labels = [
    { key: "acceptable", curve: acceptable, at: 15 },
    { key: "fair", curve: fair, at: 5 },
  ] as const;
  return (
    <figure>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll-x" tabIndex={0} aria-label={t("curves")}>
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
              <text x={x(at) + 6} y={y(heightAt(curve, at)) - 8}>
                {t(key)}
              </text>
            </g>
          ))}
        </svg>
      </section>
    </figure>
  );
}

/** Where the line passes at a price: at the last point before it. */
function heightAt(curve: Curve, at: number): number {
  const before = curve.filter(({ price, share }) => price <= at && share !== null);
  return before.at(-1)?.share ?? 1;
}
