import type { Figure } from "@/lib/reports/figures/schema";
import { findFigure, heatSteps, highestOf, isVague } from "@/lib/reports/figures/selection/rules";
import { ChartFigure } from "./chart-figure";
import type { ComparisonWords } from "./comparison-words";
import { HeatMap } from "./heat-map";
import { HeatTable } from "./heat-table";
import type { ReportReading } from "./reading";

type HeatMapsProps = { reading: ReportReading; words: ComparisonWords };

/** When desks are taken, weekday by half-day: the network, then each space. */
export function HeatMaps({ reading, words }: HeatMapsProps) {
  const { t, figures: written } = words;
  const halves = reading.report.figures.filter(isOccupiedHalf);
  if (halves.length === 0) return null;
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) =>
    halves.some(({ part }) => part?.kind === "week_half" && part.weekday === weekday),
  );
  const all = [{ id: null, name: t("network") }, ...reading.report.places];
  const findingOf = (own: Figure[]) => {
    const first = highestOf(own).map((figure) => written.part(figure) ?? "");
    const nothing = own.some(isVague) ? "vague" : "none";
    return t("charts.heat.title", { half: first.length > 0 ? words.together(first) : nothing });
  };
  const maps = all.map(({ id, name }) => {
    const own = halves.filter(({ place }) => place === id);
    const lines = own.map((figure) =>
      t("charts.line", { label: written.part(figure) ?? "", value: written.value(figure) }),
    );
    const desc = t("charts.heat.desc", { place: name, lines: lines.join(" ; ") });
    return { id, name, own, finding: findingOf(own), desc, untold: untoldOf(own, id, reading) };
  });
  return (
    <ChartFigure
      id="chaleur"
      title={maps[0]?.untold ? t("charts.heat.untitled") : (maps[0]?.finding ?? "")}
      lead={t("charts.heat.lead")}
      table={<HeatTable halves={halves} reading={reading} words={words} />}
    >
      <div className="heat-maps">
        {maps.map(({ id, name, own, finding, desc, untold }, index) => (
          <div key={id ?? "reseau"} className={id === null ? "heat-network" : undefined}>
            <h4>{name}</h4>
            {untold ? (
              <p className="small muted">
                {t("charts.nothing", { why: words.units(`withheld.${untold}`) })}
              </p>
            ) : null}
            {untold || id === null ? null : <p className="small muted">{finding}</p>}
            {untold ? null : (
              <HeatMap
                id={`chaleur-${index}`}
                title={t("charts.line", { label: name, value: finding })}
                {...{ desc, halves: own, weekdays, words }}
              />
            )}
          </div>
        ))}
      </div>
      <p className="heat-legend small muted">
        {t("charts.heat.legend")}
        {[0, ...heatSteps].map((step, level) => (
          <span key={step}>
            <i className={`heat-key tint-${level}`} aria-hidden />
            {Math.round(step * 100)}
          </span>
        ))}
        <span>
          <i className="heat-key heat-key-closed" aria-hidden />
          {t("charts.heat.closed")}
        </span>
        {halves.some(isVague) ? <span>{t("charts.heat.vague")}</span> : null}
      </p>
    </ChartFigure>
  );
}

function isOccupiedHalf({ indicator, part }: Figure): boolean {
  return indicator === "peak" && part?.kind === "week_half";
}

/** Why none of a place is told; null where some are. */
function untoldOf(
  own: Figure[],
  place: string | null,
  { figures }: ReportReading,
): Figure["withheld"] {
  if (own.some(({ withheld }) => withheld === null)) return null;
  const whole = findFigure(figures, { indicator: "realOccupancy", measure: "slots", place });
  return own[0]?.withheld ?? whole?.withheld ?? "no_base";
}
