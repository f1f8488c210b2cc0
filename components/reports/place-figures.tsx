import type { FigureRow } from "@/lib/reports/figures/selection/rules";
import type { ComparisonWords } from "./comparison-words";
import { FigureCell } from "./figure-cell";
import { IndicatorRows } from "./indicator-rows";
import type { ReportReading } from "./reading";
import { rowWords } from "./row-words";

type PlaceFiguresProps = {
  caption: string;
  rows: FigureRow[];
  reading: ReportReading;
  words: ComparisonWords;
};

/** Numbers of the network and of each space side by side, each with what it was before. */
export function PlaceFigures({ caption, rows, reading, words }: PlaceFiguresProps) {
  const { t } = words;
  const { places } = reading.report;
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x report-scroll" tabIndex={0} aria-label={caption}>
      <table className="table report-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            <th scope="col" className="end">
              {t("network")}
            </th>
            {places.map(({ id, name, communeName }) => (
              <th key={id} scope="col" className="end">
                {name}
                <small>{communeName}</small>
              </th>
            ))}
          </tr>
        </thead>
        {[...byIndicator].map(([id, own]) => (
          <IndicatorRows key={id} id={id} columns={places.length + 2}>
            {own.map((row) => (
              <tr key={rowWords(row, words)}>
                <th scope="row">{rowWords(row, words)}</th>
                {[null, ...places.map((place) => place.id)].map((place) => (
                  <FigureCell
                    key={place ?? "reseau"}
                    figure={row.byPlace.get(place)}
                    words={words}
                    reading={reading}
                  />
                ))}
              </tr>
            ))}
          </IndicatorRows>
        ))}
      </table>
    </section>
  );
}
