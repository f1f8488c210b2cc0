import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

/** `bar`: what is drawn beside the name; null where nothing is. */
export type BarRow = { key: string; label: string; cells: string[]; bar: number | null };

type BarTableProps = {
  caption: string;
  columns: string[];
  rows: BarRow[];
  /** Said instead when there is no row. */
  empty: ReactNode;
};

/** A table whose first figure is drawn as a bar too; widths are shares of the largest. */
export async function BarTable({ caption, columns, rows, empty }: BarTableProps) {
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  const t = await getTranslations("diagnosis");
  const largest = Math.max(...rows.map(({ bar }) => bar ?? 0), 0);
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={t("tableOf", { caption })}>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th key={column} scope="col" className="end">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells, bar }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                {bar === null ? null : (
                  <span className="measure-bar" aria-hidden>
                    <span style={{ inlineSize: `${largest > 0 ? (100 * bar) / largest : 0}%` }} />
                  </span>
                )}
              </th>
              {cells.map((cell, index) => (
                <td key={others[index]} className="end num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
