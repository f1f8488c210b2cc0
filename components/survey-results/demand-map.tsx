import { getTranslations } from "next-intl/server";
import { valley } from "@/components/map/valley-drawing";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ToldCommunes } from "@/lib/surveys/figures/schema";

type DemandMapProps = {
  named: ToldCommunes[];
  placeOf: (communes: string[]) => string;
  attribution: string;
  locale: Locale;
};

/** The communes of the valley, darker the more they are named; drawn on the server, its table beside it. */
export async function DemandMap({ named, placeOf, attribution, locale }: DemandMapProps) {
  const t = await getTranslations("surveyResults");
  const highest = Math.max(1, ...named.map(({ count }) => count));
  const classOf = (insee: string) => {
    const line = named.find(({ communes }) => communes.includes(insee));
    if (!line) return "demand-0";
    const level = `demand-${Math.ceil((5 * line.count) / highest)}`;
    return line.communes.length > 1 ? `${level} demand-together` : level;
  };
  const lines = named
    .map(({ communes, count }) =>
      t("mapLine", { place: placeOf(communes), count: formatNumber(count, locale) }),
    )
    .join(" ; ");
  return (
    <figure className="demand-map">
      <svg viewBox="0 0 860 545" role="img" aria-labelledby="carte-demande">
        <title id="carte-demande">{t("map", { lines })}</title>
        <defs>
          <pattern id="demand-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
            <path className="demand-hatch" d="M0 8 8 0" />
          </pattern>
        </defs>
        <g>
          {valley.outlines.map(({ id, path }) => (
            <path key={id} className={`demand ${classOf(id)}`} d={path} />
          ))}
          {valley.outlines
            .filter(({ id }) => classOf(id).includes("together"))
            .map(({ id, path }) => (
              <path key={id} fill="url(#demand-hatch)" d={path} />
            ))}
          <path className="valley-river" d={valley.river} />
        </g>
      </svg>
      <figcaption className="small muted">
        {t("mapNote")} <span className="micro">{attribution}</span>
      </figcaption>
    </figure>
  );
}
