import { scaleLinear } from "d3-scale";
import { getTranslations } from "next-intl/server";
import { formatEuros, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ShownWillingness } from "@/lib/surveys/diagnosis/prices/rules";
import { labelsAtEnds } from "./curve-labels";

// Drawn to the width of its column whatever that is; letters grow where it is narrow (diagnosis.css).
const width = 560;
const height = 300;
const margin = { top: 16, right: 152, bottom: 40, left: 64 };
const lineHeight = 26;

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
  const curves = [
    { key: "acceptable", points: pointsOf(prices.acceptable) },
    { key: "fair", points: pointsOf(prices.fair) },
  ] as const;
  const ends = curves.flatMap(({ key, points }) => {
    const last = points.at(-1);
    return last ? [{ key, ...last }] : [];
  });
  return (
    <figure className="mb-5">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className="chart price-chart"
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
          <text key={price} x={x(price)} y={height - 8} textAnchor="middle">
            {formatEuros(price, locale)}
          </text>
        ))}
        {curves.map(({ key, points }) => (
          <polyline
            key={key}
            className={`curve curve-${key}`}
            points={points.map((point) => `${point.x},${point.y}`).join(" ")}
          />
        ))}
        {labelsAtEnds(ends, lineHeight).map((label) => (
          <g key={label.key}>
            {/* The stroke of the curve itself, so that its name is read where both end at nothing. */}
            <line
              className={`curve curve-${label.key}`}
              x1={label.x + 6}
              x2={label.x + 24}
              y1={label.y - 5}
              y2={label.y - 5}
            />
            <text x={label.x + 28} y={label.y}>
              {t(label.key)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

const x = scaleLinear([0, 30], [margin.left, width - margin.right]);
const y = scaleLinear([0, 1], [height - margin.bottom, margin.top]);

function pointsOf(curve: Curve): { x: number; y: number }[] {
  return curve.flatMap(({ price, share }) =>
    share === null ? [] : [{ x: x(price), y: y(share) }],
  );
}
