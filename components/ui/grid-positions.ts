/** A cell of a table drawn as a grid: `column` and `span` count columns, headers left out. */
export type GridCell = { row: number; column: number; span: number };

/** Where a key leads from a cell, as the grid pattern has it (ARIA practices); null when it leads nowhere. */
export function cellAfter<Cell extends GridCell>(
  cells: Cell[],
  from: Cell,
  key: string,
  isWholeGrid: boolean,
): Cell | null {
  const row = cells.filter((cell) => cell.row === from.row);
  const at = row.indexOf(from);
  switch (key) {
    case "ArrowRight":
      return row[at + 1] ?? null;
    case "ArrowLeft":
      return row[at - 1] ?? null;
    case "ArrowDown":
      return covering(cells, from.row + 1, from.column);
    case "ArrowUp":
      return covering(cells, from.row - 1, from.column);
    case "Home":
      return (isWholeGrid ? cells[0] : row[0]) ?? null;
    case "End":
      return (isWholeGrid ? cells.at(-1) : row.at(-1)) ?? null;
    default:
      return null;
  }
}

/** The cell of that row which covers that column. */
function covering<Cell extends GridCell>(cells: Cell[], row: number, column: number): Cell | null {
  return (
    cells.find(
      (cell) => cell.row === row && cell.column <= column && column < cell.column + cell.span,
    ) ?? null
  );
}
