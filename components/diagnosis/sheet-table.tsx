import type { Locale } from "@/lib/core/locale";
import type { SheetTable as Table } from "@/lib/surveys/diagnosis/exports/schema";
import { BarTable } from "./bar-table";
import { cellText } from "./sheets/sheet-words";

type SheetTableProps = { table: Table; none: string; locale: Locale; named?: boolean };

/** One table of a figure; with its name above it where there are several. */
export function SheetTable({ table, none, locale, named = false }: SheetTableProps) {
  const { caption, head, columns, rows, bar, base } = table;
  const barAt = columns.findIndex(({ key }) => key === bar);
  return (
    <div className="mb-5">
      {named ? <h3 className="mb-2">{caption}</h3> : null}
      <BarTable
        caption={caption}
        columns={[head, ...columns.map(({ label }) => label)]}
        rows={rows.map(({ key, label, cells }) => ({
          key,
          label,
          bar: barAt < 0 ? null : numberOf(cells[barAt]),
          cells: cells.map((cell, index) =>
            cellText(cell, columns[index]?.unit ?? "respondents", locale),
          ),
        }))}
        empty={none}
      />
      {base ? <p className="small muted mt-2 max-w-measure">{base}</p> : null}
    </div>
  );
}

function numberOf(cell: number | string | undefined): number {
  return typeof cell === "number" ? cell : 0;
}
