import { roundedCell } from "@/lib/surveys/diagnosis/exports/rules";
import type { MetricSheet, SheetCell, SheetUnit } from "@/lib/surveys/diagnosis/exports/schema";
import type { DiagnosisWords } from "./sheet-words";

type TabCell = number | string | { share: number };

export type Tab = { name: string; blocks: { head: string[]; rows: TabCell[][] }[] };

/** One tab a figure, its tables one under the other; then how it is computed and what it supposes. */
export function spreadsheetTabs(sheets: readonly MetricSheet[], t: DiagnosisWords): Tab[] {
  return sheets.map(({ title, findings, tables, formula, base, caveat, suppositions, none }) => ({
    name: title,
    blocks: [
      { head: [title], rows: (findings.length > 0 ? findings : [none]).map((words) => [words]) },
      ...tables.map(({ caption, head, columns, rows }) => ({
        head: [`${caption} – ${head}`, ...columns.map(({ label }) => label)],
        rows: rows.map(({ label, cells }) => [
          label,
          ...cells.map((cell, index) => tabCell(cell, columns[index]?.unit)),
        ]),
      })),
      { head: [t("how")], rows: [formula, base, caveat].map((words) => [words]) },
      ...(suppositions.length > 0
        ? [
            {
              head: [t("report.assumption"), t("report.value"), t("report.dated")],
              rows: suppositions.map(({ label, value, dated }) => [label, value, dated]),
            },
          ]
        : []),
    ],
  }));
}

function tabCell(cell: SheetCell, unit: SheetUnit | undefined): TabCell {
  const told = roundedCell(cell, unit);
  return typeof told === "number" && unit === "share" ? { share: told } : told;
}
