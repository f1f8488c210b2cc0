import type { FigureRow } from "@/lib/reports/figures/selection/rules";
import type { ComparisonWords } from "./comparison-words";

/** Parts of the one number of their indicator. */
const alone = ["residence", "profile", "cohort"];

/** « Places-créneaux occupées : Postes ouverts »; when the fullest half-day was is said in its cell. */
export function rowWords({ byPlace }: FigureRow, { t, figures }: ComparisonWords): string {
  const [figure] = byPlace.values();
  if (!figure) return "";
  const measure = figures.measure(figure);
  const kind = figure.part?.kind;
  const part = kind === "moment" ? null : figures.part(figure);
  if (part === null) return measure;
  return alone.some((each) => each === kind) ? part : t("partOf", { measure, part });
}
