import { crossedStep } from "../../../disclosure/rules";
import { isOnList } from "../../../events/bundles/rules";
import { countFirstTimers, countNamed } from "../../../events/rules";
import type { Attendance } from "../../../indicators/gatherings/rules";
import type { ReportEvent } from "../../../indicators/schema";
import type { Month } from "../../../schema";
import { boundsOf, type Cell, mayRound, type Table, type TableOf } from "../../crosses/rules";
import type { Telling } from "../../making/rules";

/**
 * Of those named at some events, who registered and who came in at the door, with what of these may be told
 * otherwise: first-timers registered, and where nobody does all come in at the door.
 */
export function waysOf(events: readonly ReportEvent[], own: Attendance): Table {
  const { namedRegistered, walkIns } = own;
  const { count, of } = own.attendance;
  const atDoors = countNamed(events.filter((event) => !isOnList(event)));
  const offList = namedRegistered - count;
  return {
    cells: new Map<string, Cell>([
      ["onList", { count, of, known: Math.min(count, countFirstTimers(events)) }],
      ...(offList > 0 ? [["offList", { count: offList, of: null }] as const] : []),
      ["walkIns", { count: walkIns, of: null, known: Math.min(walkIns, atDoors) }],
    ]),
    total: namedRegistered + walkIns,
  };
}

/**
 * Months of which the network tells no ways: a place tells how many were named and not their ways, and what the
 * network would tell of these, with the others that do not, bounds them for one of the places.
 */
export function closedMonths(
  { rows, months, untold: { bySpace } }: Pick<Telling, "rows" | "months" | "untold">,
  tableOf: TableOf,
): Map<Month, "protects_another"> {
  const ids = rows.spaces.map(({ id }) => id);
  const closed = months.filter((month) => {
    const [hidden, told] = [true, false].map((isHidden) =>
      ids.filter((id) => (bySpace.get(id)?.has(month) ?? false) === isHidden),
    );
    const shut = (told ?? []).filter((id) => !mayRound(tableOf([id], month)));
    const others = [...(hidden ?? []), ...shut];
    const beside = (hidden ?? []).map((id) => anywhere(tableOf([id], month)));
    const tables = shut.map((id) => tableOf([id], month));
    return !areOpenTogether(tables, beside, tableOf(others, month));
  });
  return new Map(closed.map((month) => [month, "protects_another"]));
}

/** Of a place that does not tell its people: those where nobody registers at the least. */
function anywhere({ cells, total }: Table): Range {
  return { least: cells.get("walkIns")?.known ?? 0, most: total ?? 0 };
}

type Range = { least: number; most: number };

/** Whether those at the door of each place may still be none or five and more, and its others, beside their sum. */
function areOpenTogether(places: readonly Table[], beside: readonly Range[], together: Table) {
  const ranges = places.map((place) => doorRange(place));
  const sum = doorRange(together, true);
  return places.every(({ cells, total }, at) => {
    const rest = [...ranges.filter((_, other) => other !== at), ...beside];
    const own = ranges[at] ?? sum;
    const from = Math.max(
      own.least,
      rest.reduce((left, { most }) => left - most, sum.least),
    );
    const until = Math.min(
      own.most,
      rest.reduce((left, { least }) => left - least, sum.most),
    );
    const named = total ?? 0;
    return (
      isOpen({ least: from, most: until }, cells.get("walkIns")?.known) &&
      isOpen({ least: named - until, most: named - from }, cells.get("onList")?.known)
    );
  });
}

function isOpen({ least, most }: Range, known = 0): boolean {
  return [0, known].every((less) => least <= less || most - less >= crossedStep);
}

/** How many came in at the door, from all named and who registered; `isTold`: and from what is rounded. */
function doorRange({ cells, total }: Table, isTold = false): Range {
  const named = total ?? 0;
  const doors = cells.get("walkIns")?.known ?? 0;
  const others = [...cells].filter(([key]) => key !== "walkIns").map(([, cell]) => cell);
  const least = others.reduce((left, cell) => left - mostOf(cell, isTold), named);
  const most = others.reduce((left, cell) => left - leastOf(cell, isTold), named);
  const own = { least: Math.max(doors, least), most };
  const walkIns = cells.get("walkIns");
  if (!isTold || !walkIns) return own;
  const rounded = boundsOf(walkIns);
  return {
    least: Math.max(own.least, rounded.least),
    most: Math.min(own.most, rounded.most),
  };
}

function mostOf(cell: Cell, isTold: boolean): number {
  return isTold ? boundsOf(cell).most : (cell.of ?? cell.count);
}

function leastOf(cell: Cell, isTold: boolean): number {
  return isTold ? boundsOf(cell).least : (cell.known ?? 0);
}
