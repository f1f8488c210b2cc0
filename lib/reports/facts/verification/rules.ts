import type { Day } from "@/lib/core/day";
import { type HalfDay, halfDays } from "@/lib/spaces/opening-hours/schema";
import type { UsageOfNetwork } from "../../rules";
import { type Month, monthOf, type Usage } from "../../schema";
import type { DailyFact, FirstPresence, PresenceDay } from "../schema";
import type { Compared, Difference } from "./schema";

const figures = ["offered", "booked", "occupied"] as const;

/** Desk-slots kept against those counted, each figure of each half-day and kind a cell. */
export function compareFacts(kept: readonly DailyFact[], counted: readonly DailyFact[]): Compared {
  const keyOf = ({ spaceId, day, half, kind }: DailyFact) => `${spaceId} ${day} ${half} ${kind}`;
  return compareBy(kept, counted, keyOf, (before, after, { spaceId, day, half, kind }) =>
    figures.map((figure) => ({
      ...{ kind: "slots", spaceId, day, half, of: kind, figure },
      ...{ kept: before?.[figure] ?? 0, counted: after?.[figure] ?? 0 },
    })),
  );
}

/**
 * Facts of frozen months are not counted again, so what changes the hours of long ago changes nothing of
 * them: where the offer is no longer the same, the half-day is left out, and told.
 */
export function withSameOffer(
  kept: readonly DailyFact[],
  counted: readonly DailyFact[],
): { kept: DailyFact[]; counted: DailyFact[]; changed: number } {
  const keyOf = ({ spaceId, day, half, kind }: DailyFact) => `${spaceId} ${day} ${half} ${kind}`;
  const offers = (facts: readonly DailyFact[]) =>
    new Map(facts.map((fact) => [keyOf(fact), fact.offered]));
  const [before, after] = [offers(kept), offers(counted)];
  const keys = new Set([...before.keys(), ...after.keys()]);
  const isSame = (fact: DailyFact) => before.get(keyOf(fact)) === after.get(keyOf(fact));
  return {
    kept: kept.filter(isSame),
    counted: counted.filter(isSame),
    changed: [...keys].filter((key) => before.get(key) !== after.get(key)).length,
  };
}

/** Who was where, kept against counted: a cell a person, space and half-day; told by space and half-day. */
export function comparePresences(
  kept: readonly PresenceDay[],
  counted: readonly PresenceDay[],
): Compared {
  const [before, after] = [halvesOf(kept), halvesOf(counted)];
  const only = (own: Map<string, Cell>, other: Map<string, Cell>) =>
    [...own].flatMap(([key, cell]) => (other.has(key) ? [] : [cell]));
  const tell = (cells: Cell[], side: "kept" | "counted") =>
    [
      ...Map.groupBy(cells, ({ spaceId, day, half }) => `${spaceId} ${day} ${half}`).values(),
    ].flatMap((own): Difference[] =>
      own.slice(0, 1).map((cell) => ({
        ...{ kind: "presences", ...cell, side },
        kept: side === "kept" ? own.length : 0,
        counted: side === "counted" ? own.length : 0,
      })),
    );
  const differences = [
    ...tell(only(before, after), "kept"),
    ...tell(only(after, before), "counted"),
  ];
  return { differences, agreeing: [...before.keys()].filter((key) => after.has(key)).length };
}

type Cell = { spaceId: string; day: PresenceDay["day"]; half: HalfDay };

function halvesOf(presences: readonly PresenceDay[]): Map<string, Cell> {
  return new Map(
    presences.flatMap((one) =>
      halfDays
        .filter((half) => one[half])
        .map((half): [string, Cell] => [
          `${one.spaceId} ${one.day} ${half} ${one.who} ${one.isGuest}`,
          { spaceId: one.spaceId, day: one.day, half },
        ]),
    ),
  );
}

const usageFigures = ["offered", "booked", "occupied", "personDays", "users", "guests"] as const;
/** Thirds of a day do not add up to the last binary digit in any order. */
const precision = 1e-6;

/** A month kept against the same counted from bookings: each figure of each space and of the network a cell. */
export function compareMonth(
  month: Month,
  kept: UsageOfNetwork,
  counted: UsageOfNetwork,
  told: readonly (keyof Usage)[] = usageFigures,
): Compared {
  const rowsOf = ({ bySpace, network }: UsageOfNetwork) => [
    ...[...bySpace].map(([id, usage]) => ({ id: id as string | null, usage })),
    { id: null, usage: network },
  ];
  return compareBy(
    rowsOf(kept),
    rowsOf(counted),
    ({ id }) => String(id),
    (before, after, { id }) =>
      told.map((figure) => ({
        ...{ kind: "month", spaceId: id, month, figure },
        ...{ kept: before?.usage[figure] ?? 0, counted: after?.usage[figure] ?? 0 },
      })),
  );
}

/** First days and days of return: a cell a person, told by month. */
export function compareFirsts(
  kept: readonly FirstPresence[],
  counted: readonly FirstPresence[],
): Compared {
  const cellsOf = (firsts: readonly FirstPresence[]) =>
    new Map(
      firsts.flatMap(({ personId, day, spaceIds, returnedOn }): [string, Moment][] => [
        [`${personId} new ${day} ${spaceIds}`, { month: monthOf(day), figure: "new" }],
        ...backOf(personId, returnedOn),
      ]),
    );
  const [before, after] = [cellsOf(kept), cellsOf(counted)];
  const apart = [
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([, cell]) => ({ ...cell, kept: 1, counted: 0 })),
    ...[...after]
      .filter(([key]) => !before.has(key))
      .map(([, cell]) => ({ ...cell, kept: 0, counted: 1 })),
  ];
  const groups = Map.groupBy(apart, ({ month, figure }) => `${month} ${figure}`);
  const differences = [...groups.values()].flatMap((own): Difference[] =>
    own.slice(0, 1).map(({ month, figure }) => ({
      ...{ kind: "firsts", month, figure },
      kept: own.reduce((sum, one) => sum + one.kept, 0),
      counted: own.reduce((sum, one) => sum + one.counted, 0),
    })),
  );
  return { differences, agreeing: [...before.keys()].filter((key) => after.has(key)).length };
}

type Moment = { month: Month; figure: "new" | "back" };

function backOf(personId: string, on: Day | null): [string, Moment][] {
  return on ? [[`${personId} back ${on}`, { month: monthOf(on), figure: "back" }]] : [];
}

function compareBy<Row>(
  kept: readonly Row[],
  counted: readonly Row[],
  keyOf: (row: Row) => string,
  cellsOf: (kept: Row | undefined, counted: Row | undefined, either: Row) => Difference[],
): Compared {
  const [before, after] = [kept, counted].map(
    (rows) => new Map(rows.map((row) => [keyOf(row), row])),
  );
  const either = new Map([...(before ?? []), ...(after ?? [])]);
  const cells = [...either].flatMap(([key, row]) =>
    cellsOf(before?.get(key), after?.get(key), row),
  );
  const differences = cells.filter((cell) => Math.abs(cell.kept - cell.counted) > precision);
  return { differences, agreeing: cells.length - differences.length };
}
