import type { Figure } from "@/lib/reports/figures/schema";
import { rowsOf } from "@/lib/reports/figures/selection/rules";
import type { ComparisonWords } from "./comparison-words";
import { FigureCell } from "./figure-cell";
import type { ReportReading } from "./reading";

type HeatTableProps = { halves: Figure[]; reading: ReportReading; words: ComparisonWords };

/** The half-days of the week of the heat maps, the network and each space side by side. */
export function HeatTable({ halves, reading, words }: HeatTableProps) {
  const { t, figures } = words;
  const caption = t("charts.heat.table");
  const { places } = reading.report;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x report-scroll" tabIndex={0} aria-label={caption}>
      <table className="table report-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("charts.heat.half")}</th>
            <th scope="col" className="end">
              {t("network")}
            </th>
            {places.map(({ id, name }) => (
              <th key={id} scope="col" className="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(halves, "peak").map(({ byPlace }) => {
            const [first] = byPlace.values();
            const label = first ? (figures.part(first) ?? "") : "";
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                {[null, ...places.map(({ id }) => id)].map((place) => (
                  <FigureCell key={place ?? "reseau"} figure={byPlace.get(place)} words={words} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
