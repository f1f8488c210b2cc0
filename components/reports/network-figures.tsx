import type { FigureRow } from "@/lib/reports/figures/selection/rules";
import type { ComparisonWords } from "./comparison-words";
import { FigureCell } from "./figure-cell";
import { IndicatorRows } from "./indicator-rows";
import { type ReportReading, sides } from "./reading";
import { rowWords } from "./row-words";

type NetworkFiguresProps = {
  caption: string;
  rows: FigureRow[];
  reading: ReportReading;
  words: ComparisonWords;
};

/** Numbers only the network has, with what they were before in columns of their own. */
export function NetworkFigures({ caption, rows, reading, words }: NetworkFiguresProps) {
  const { t } = words;
  const compared = sides.filter((side) => reading[side] !== null);
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x report-scroll" tabIndex={0} aria-label={caption}>
      <table className="table report-table report-table-network">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            <th scope="col" className="end">
              {t("value")}
            </th>
            {compared.map((side) => (
              <th key={side} scope="col" className="end">
                {t(side)}
              </th>
            ))}
          </tr>
        </thead>
        {[...byIndicator].map(([id, own]) => (
          <IndicatorRows key={id} id={id} columns={compared.length + 2}>
            {own.map((row) => {
              const figure = row.byPlace.get(null);
              return (
                <tr key={rowWords(row, words)}>
                  <th scope="row">{rowWords(row, words)}</th>
                  <FigureCell figure={figure} words={words} />
                  {compared.map((side) => (
                    <td key={side} className="end">
                      {figure ? words.column(reading, side, figure) : t("notHere")}
                    </td>
                  ))}
                </tr>
              );
            })}
          </IndicatorRows>
        ))}
      </table>
    </section>
  );
}
