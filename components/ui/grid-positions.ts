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
      return inRowAfter(cells, from, 1);
    case "ArrowUp":
      return inRowAfter(cells, from, -1);
    case "Home":
      return (isWholeGrid ? cells[0] : row[0]) ?? null;
    case "End":
      return (isWholeGrid ? cells.at(-1) : row.at(-1)) ?? null;
    default:
      return null;
  }
}

/** In the next row that way with a cell to stop at: the one that covers the column, else the nearest. */
function inRowAfter<Cell extends GridCell>(cells: Cell[], from: Cell, step: 1 | -1): Cell | null {
  const rows = cells.map(({ row }) => row * step).filter((row) => row > from.row * step);
  const next = Math.min(...rows) * step;
  return nearest(
    cells.filter(({ row }) => row === next),
    from.column,
  );
}

function nearest<Cell extends GridCell>(cells: Cell[], column: number): Cell | null {
  const distance = (cell: Cell) =>
    Math.max(cell.column - column, column - (cell.column + cell.span - 1), 0);
  return cells.reduce<Cell | null>(
    (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
    null,
  );
}

/** The cell to stop at where one was before the grid was drawn anew; null when nothing is left. */
export function cellAt<Cell extends GridCell>(
  cells: Cell[],
  { row, column }: Pick<GridCell, "row" | "column">,
): Cell | null {
  const there = cells.filter((cell) => cell.row === row);
  return nearest(there.length > 0 ? there : cells, column);
}
