import { formatMonth } from "@/lib/core/format";
import type { Figure } from "@/lib/reports/figures/schema";
import { monthRuns } from "@/lib/reports/figures/selection/rules";
import { firstDayOf, type Month } from "@/lib/reports/schema";
import type { ComparisonWords } from "./comparison-words";
import type { ReportReading } from "./reading";

type WithheldNotesProps = { figures: Figure[]; reading: ReportReading; words: ComparisonWords };

/** Why numbers of a family are not told, and which months others leave out, once each, in sentences. */
export function WithheldNotes({ figures, reading, words }: WithheldNotesProps) {
  const { t, units } = words;
  const reasons = [...new Set(figures.flatMap(({ withheld }) => withheld ?? []))].filter(
    (reason) => reason !== "not_collected",
  );
  const lines = leftOut(figures, reading, words);
  if (reasons.length + lines.length === 0) return null;
  return (
    <div className="report-notes small">
      {reasons.length > 0 ? (
        <>
          <h3 className="text-h4">{t("whyWithheld")}</h3>
          <dl>
            {reasons.map((reason) => (
              <div key={reason}>
                <dt>{units(`withheld.${reason}`)}</dt>
                <dd>{units(`withheldLong.${reason}`)}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {lines.length > 0 ? (
        <>
          <h3 className="text-h4">{t("leftOut.title")}</h3>
          <p>{t("leftOut.why")}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

/** « La Cale : septembre 2025, de novembre 2025 à mars 2026 », of which numbers where not all leave out the same. */
function leftOut(figures: Figure[], { report }: ReportReading, words: ComparisonWords): string[] {
  const { t, figures: written } = words;
  const names = new Map(report.places.map(({ id, name }) => [id, name]));
  const month = (of: Month) => formatMonth(firstDayOf(of), written.locale);
  const bySame = Map.groupBy(
    figures.filter(({ without }) => without.length > 0),
    ({ place, without }) => `${place} ${without.join(" ")}`,
  );
  const sets = [...bySame.values()];
  return sets.flatMap((same) => {
    const [figure] = same;
    if (!figure) return [];
    const place = figure.place === null ? t("network") : (names.get(figure.place) ?? "");
    const months = monthRuns(figure.without)
      .map(({ first, last }) =>
        first === last
          ? month(first)
          : t("leftOut.runs", { first: month(first), last: month(last) }),
      )
      .join(", ");
    const isOnly = sets.filter(([other]) => other?.place === figure.place).length === 1;
    if (isOnly) return t("leftOut.line", { place, months });
    const measures = [...new Set(same.map(written.measure))].join(", ");
    return t("leftOut.lineOf", { place, measures, months });
  });
}
