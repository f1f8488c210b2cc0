import { formatNumber } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import type { ComparisonWords } from "./comparison-words";

/** Users by commune of residence; small numbers are put together, and say of which communes. */
export function ResidenceTable({ figures, words }: { figures: Figure[]; words: ComparisonWords }) {
  const { reports, figures: written } = words;
  return (
    <table className="table report-small-table">
      <caption>{words.t("charts.map.lead")}</caption>
      <thead>
        <tr>
          <th scope="col">{reports("commune")}</th>
          <th scope="col" className="end">
            {reports("users")}
          </th>
          <th scope="col" className="end">
            {reports("perThousand")}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => {
          const { part, perThousand } = figure;
          const communes = part?.kind === "residence" ? part.line.communes : [];
          return (
            <tr key={written.part(figure)}>
              <th scope="row">
                {written.part(figure)}
                {communes.length > 0 ? (
                  <small>
                    {reports("aroundDetail", {
                      count: communes.length,
                      communes: communes.join(", "),
                    })}
                  </small>
                ) : null}
              </th>
              <td className="end">{written.value(figure)}</td>
              <td className="end">
                {perThousand === null ? "–" : formatNumber(perThousand, written.locale)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
