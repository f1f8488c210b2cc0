import { crossedStep, nearestStep, slack } from "../../disclosure/rules";
import type { Month } from "../../schema";
import { beside, type Named, share, type Telling, withhold } from "../making/rules";
import type { Figure } from "../schema";

/** One part of what is counted, the most it can be where that is known, and how much of it may be known otherwise. */
export type Cell = { count: number; of: number | null; known?: number };

/** Parts of what was counted in some places over a month; `total` where it is told too, and they add up to it. */
export type Table = { cells: ReadonlyMap<string, Cell>; total: number | null };

/** A sum of cells, and of how many tables: each is rounded by itself. */
type SummedCell = Omit<Cell, "known"> & { tables: number };

export type CrossTold = { cells: Map<string, SummedCell>; tables: number; without: Month[] };

/** Places counted together, over one month. */
export type TableOf = (spaceIds: readonly string[], month: Month) => Table;

/**
 * Parts told to the nearest five, of each place and of the network (null). What is rounded is a month of a
 * place, and of the places that do not tell it together: every longer period and the network are sums of
 * these, so that no subtraction bounds a part any closer. A month whose total would is left out. Of how many
 * tables a sum is says how far it may be from what was counted.
 */
export function toldCrosses(
  {
    rows,
    months,
    untold,
  }: Pick<Telling, "months" | "untold"> & { rows: { spaces: readonly { id: string }[] } },
  tableOf: TableOf,
): Map<string | null, CrossTold> {
  const ids = rows.spaces.map(({ id }) => id);
  const found = new Map<string | null, CrossTold>(
    [null, ...ids].map((place) => [place, { cells: new Map(), tables: 0, without: [] }]),
  );
  const tell = (place: string | null, tables: readonly Table[], month: Month) => {
    const told = found.get(place);
    if (!told) return;
    if (tables.every(mayRound)) {
      for (const table of tables) addTo(told.cells, table);
      told.tables += tables.length;
    } else told.without.push(month);
  };
  for (const month of months) {
    const alone = ids.filter((id) => !untold.bySpace.get(id)?.has(month));
    const tables = new Map(alone.map((id) => [id, tableOf([id], month)]));
    for (const [id, table] of tables) tell(id, [table], month);
    if (untold.network.has(month)) continue;
    const own = [...tables].filter(([, table]) => mayRound(table));
    const others = ids.filter((id) => !own.some(([told]) => told === id));
    const together = others.length > 0 ? [tableOf(others, month)] : [];
    const totals = [...tables.values()].filter((table) => !mayRound(table));
    if (together.every((rest) => totals.every((table) => isOpenInside(table, rest))))
      tell(null, [...own.map(([, table]) => table), ...together], month);
    else found.get(null)?.without.push(month);
  }
  return found;
}

function addTo(sum: Map<string, SummedCell>, { cells }: Table): void {
  for (const [key, { count, of }] of cells) {
    const before = sum.get(key) ?? { count: 0, of: of === null ? null : 0, tables: 0 };
    sum.set(key, {
      count: before.count + rounded({ count, of }),
      of: of === null || before.of === null ? null : before.of + of,
      tables: before.tables + (of === 0 ? 0 : 1),
    });
  }
}

function rounded({ count, of }: Cell): number {
  return Math.min(nearestStep(count), of ?? Number.POSITIVE_INFINITY);
}

/** The same without what bounds each cell, to say how many they are and not of how many. */
export function withoutBase(
  crosses: ReadonlyMap<string | null, CrossTold>,
): Map<string | null, CrossTold> {
  const unbounded = (cell: SummedCell) => ({ ...cell, of: null });
  return new Map(
    [...crosses].map(([place, told]) => {
      const cells = [...told.cells].map(([key, cell]) => [key, unbounded(cell)] as const);
      return [place, { ...told, cells: new Map(cells) }] as const;
    }),
  );
}

/** Whether each part, rounded, may still be none or five and more for whoever knows the total too. */
export function mayRound(table: Table): boolean {
  const unknown = new Map([...table.cells].map(([key, cell]) => [key, { ...cell, known: 0 }]));
  return isOpen(table) && isOpen({ ...table, cells: unknown });
}

/**
 * Whether parts that a place does not tell stay open beside its total, where they are told of it together with
 * other places: three half-days of a place, and « 0 » of all offices, are one of a desk at the least.
 */
function isOpenInside({ cells, total }: Table, rest: Table): boolean {
  const bounds = [...cells].map(([key, { of, known = 0 }]) => {
    const whole = rest.cells.get(key);
    const most = Math.min(of ?? Number.POSITIVE_INFINITY, whole ? boundsOf(whole).most : 0);
    return { least: known, most: Math.max(known, most), known };
  });
  return areOpen(bounds, total);
}

function isOpen({ cells, total }: Table): boolean {
  return areOpen([...cells.values()].map(boundsOf), total);
}

type Part = { least: number; most: number; known: number };

function areOpen(bounds: readonly Part[], total: number | null): boolean {
  if (bounds.length === 1 && total !== null) return true;
  const sumOf = (side: "least" | "most") => bounds.reduce((sum, each) => sum + each[side], 0);
  return bounds.every(({ least, most, known }) => {
    const from = total === null ? least : Math.max(least, total - sumOf("most") + most);
    const until = total === null ? most : Math.min(most, total - sumOf("least") + least);
    return [0, known].every((less) => from <= less || until - less >= crossedStep);
  });
}

/** What a part may be, from what it is rounded to; eight of eight is told as eight, and is no other. */
export function boundsOf({ count, of, known = 0 }: Cell) {
  const told = nearestStep(count);
  return {
    least: Math.max(known, told - slack),
    most: Math.min(told + slack, of ?? Number.POSITIVE_INFINITY),
    known,
  };
}

/**
 * A part of each place as a figure, from the cells of it; without a base where there are none. Sums of rounded
 * numbers drift, all one way where every month is alike: it is told to the nearest five times as many as it is of.
 */
export function crossFigures(
  telling: Pick<Telling, "months" | "untold">,
  crosses: ReadonlyMap<string | null, CrossTold>,
  named: Named,
  isOf: (key: string) => boolean = () => true,
): Figure[] {
  return [...crosses].flatMap(([place, { cells, tables, without }]) => {
    const own = [...cells].flatMap(([key, cell]) => (isOf(key) ? cell : []));
    const sumOf = (count: (cell: SummedCell) => number) =>
      own.reduce((sum, cell) => sum + count(cell), 0);
    const isBounded = own.every((cell) => cell.of !== null);
    const of = isBounded ? sumOf((cell) => cell.of ?? 0) : 1;
    const value = { count: sumOf(({ count }) => count), of, share: null };
    const figure = share(named, place, value);
    // Which cells are there where nothing bounds them would tell where somebody was: all tables count.
    const summed = sumOf((cell) => (cell.of === null ? tables : cell.tables));
    const told = figure.value === null ? figure : { ...figure, nearest: crossedStep * summed };
    return beside(telling, [isBounded ? told : { ...told, of: null }]).map((each) =>
      leavingOut(telling, each, without),
    );
  });
}

/** The same, saying which months more it leaves out; withheld where these are all. */
function leavingOut(
  { months }: Pick<Telling, "months">,
  figure: Figure,
  left: readonly Month[],
): Figure {
  const without = months.filter((month) => figure.without.includes(month) || left.includes(month));
  if (left.length === 0 || (figure.value === null && figure.withheld !== "no_base")) return figure;
  if (without.length < months.length) return { ...figure, without };
  const { indicator, measure, unit, part, place } = figure;
  return withhold(
    { indicator, measure, unit, ...(part ? { part } : {}) },
    place,
    "protects_another",
  );
}
