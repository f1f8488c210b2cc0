import { type Figure, measuresOf, type Report } from "@/lib/reports/figures/schema";
import type { DocumentContext, DocumentTable } from "./report-document";

/** Beside the name of a place, as many columns as are read on a page. */
const mostColumns = 4;

/** One line a place, one column a number of the indicator; parts of a number are in the spreadsheets. */
export function placeTables(
  report: Report,
  figures: readonly Figure[],
  heading: string,
  context: DocumentContext,
): DocumentTable[] {
  const { t, figures: words } = context;
  const whole = figures.filter(
    ({ place, part }) => place !== null && !(part && part.kind !== "moment"),
  );
  const [any] = whole;
  if (!any) return [];
  const order: readonly string[] = measuresOf[any.indicator];
  const measures = order.filter((measure) => whole.some((figure) => figure.measure === measure));
  const groups = Array.from({ length: Math.ceil(measures.length / mostColumns) }, (_, index) =>
    measures.slice(index * mostColumns, (index + 1) * mostColumns),
  );
  const nameOf = (measure: string) => {
    const figure = whole.find((each) => each.measure === measure);
    return figure ? words.measure(figure) : measure;
  };
  return groups.map((group) => ({
    heading: t("pdf.byPlace", { heading }),
    columns: [t("pdf.place"), ...group.map(nameOf)],
    rows: report.places.map(({ id, name }) => [
      name,
      ...group.map((measure) => {
        const figure = whole.find((each) => each.place === id && each.measure === measure);
        return figure ? words.value(figure) : "";
      }),
    ]),
    none: t("pdf.none"),
    firstWidth: 1.4,
  }));
}
