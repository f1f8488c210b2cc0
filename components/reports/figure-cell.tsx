import { formatNumber } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import type { ComparisonWords } from "./comparison-words";
import type { ReportReading } from "./reading";

type FigureCellProps = {
  figure: Figure | undefined;
  words: ComparisonWords;
  /** Also says what it was before, where no column does. */
  reading?: ReportReading;
};

/** A number, what it is of, when it was, what it leaves out, and what it was before: all in words. */
export function FigureCell({ figure, words, reading }: FigureCellProps) {
  const { t, figures } = words;
  if (!figure) return <td className="end muted">{t("notHere")}</td>;
  const value = figures.value(figure);
  const beside = reading ? words.beside(reading, figure) : [];
  return (
    <td className="end">
      {figure.value === null ? <em className="figure-withheld">{value}</em> : <b>{value}</b>}
      {detailsOf(figure, words).map((line) => (
        <small key={line}>{line}</small>
      ))}
      {beside.map(({ side, words: line }) => (
        <small key={side} className="figure-beside">
          {line}
        </small>
      ))}
    </td>
  );
}

function detailsOf(figure: Figure, words: ComparisonWords): string[] {
  const { t, figures } = words;
  const { perThousand, part } = figure;
  const written = perThousand === null ? null : formatNumber(perThousand, figures.locale);
  return [
    figures.base(figure),
    part?.kind === "moment" ? figures.part(figure) : null,
    written === null ? null : t("cell.perThousand", { value: written }),
    words.without(figure),
  ].filter((line) => line !== null);
}
