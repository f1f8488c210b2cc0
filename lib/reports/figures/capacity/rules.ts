import { seatKinds } from "@/lib/bookings/schema";
import { weekdayOf } from "@/lib/core/day";
import {
  bookedOccupancy,
  meetingsIn,
  offeredCapacity,
  realOccupancy,
  roomUse,
} from "../../indicators/capacity/rules";
import { keptBookings, sumOf, weekHalves } from "../../indicators/counted/rules";
import { type Month, monthOf } from "../../schema";
import { type SlotTally, slotTallies } from "../../slots/rules";
import { type CrossTold, crossFigures, type TableOf, toldCrosses } from "../crosses/rules";
import {
  beside,
  eachPlace,
  ofPlaces,
  plain,
  share,
  type Telling,
  toldOf,
  within,
} from "../making/rules";
import type { Figure } from "../schema";

/** 1 to 4, and the half-days of the week of 2 and 15. */
export function capacityFigures(telling: Telling): Figure[] {
  const { rows, counting } = telling;
  const offered = offeredCapacity(rows, counting);
  const named = { indicator: "offeredCapacity", unit: "slot" } as const;
  return [
    ...ofPlaces({ ...named, measure: "deskSlots" }, offered, (own) => own.deskSlots),
    ...ofPlaces({ ...named, measure: "extendedSlots" }, offered, (own) => own.extended),
    ...ofPlaces({ ...named, measure: "roomHours", unit: "hour" }, offered, (own) => own.roomHours),
    ...beside(telling, [...slotFigures(telling), ...roomFigures(telling)]),
    ...roomPeople(telling),
    ...slotCrosses(telling),
  ];
}

function slotFigures(telling: Telling): Figure[] {
  const named = { measure: "slots", unit: "slot" } as const;
  const booked = eachPlace(toldOf(telling, bookedOccupancy));
  const real = eachPlace(toldOf(telling, realOccupancy));
  return [
    ...booked.map(([place, own]) => share({ ...named, indicator: "bookedOccupancy" }, place, own)),
    ...real.flatMap(([place, own]) => [
      share({ ...named, indicator: "realOccupancy" }, place, own),
      share({ ...named, indicator: "realOccupancy", measure: "emptySlots" }, place, own.empty),
    ]),
  ];
}

function roomFigures(telling: Telling): Figure[] {
  const { counting, begun } = telling;
  const named = { indicator: "roomUse" } as const;
  const hours = eachPlace(toldOf(telling, roomUse));
  const meetings = eachPlace(toldOf({ counting, told: begun }, roomUse));
  return [
    ...hours.map(([place, own]) =>
      share({ ...named, measure: "hours", unit: "hour" }, place, own.hours),
    ),
    ...meetings.map(([place, own]) =>
      plain({ ...named, measure: "meetings", unit: "booking" }, place, own.meetings),
    ),
  ];
}

/** People in meeting rooms: a meeting may be of two. */
function roomPeople(telling: Telling): Figure[] {
  const { rows, counting } = telling;
  const kept = keptBookings(rows, counting.at);
  const tableOf: TableOf = (spaceIds, month) => {
    const spaces = rows.spaces.filter(({ id }) => spaceIds.includes(id));
    const met = meetingsIn(spaces, kept, within(counting.range, month));
    const count = sumOf(met, ({ people }) => people);
    return {
      cells: new Map([["people", { count, of: sumOf(met, ({ seats }) => seats) }]]),
      total: null,
    };
  };
  const named = { indicator: "roomUse", measure: "people", unit: "person" } as const;
  return crossFigures(telling, toldCrosses(telling, tableOf), named);
}

/** Desk-slots by half-day of the week, of evenings and weekends, and by kind of place. */
function slotCrosses(telling: Telling): Figure[] {
  const tallies = talliesByMonth(telling);
  const cross = (keyOf: KeyOf, takenOf: TakenOf) =>
    toldCrosses(telling, (spaceIds, month) =>
      tableFrom(tallies, { spaceIds, month, keyOf, takenOf }),
    );
  return [
    ...slotCross(telling, (keyOf) => cross(keyOf, ({ booked }) => booked), {
      ...{ all: "bookedOccupancy", week: "bookedOccupancy" },
    }),
    ...slotCross(telling, (keyOf) => cross(keyOf, ({ occupied }) => occupied), {
      ...{ all: "realOccupancy", week: "peak" },
    }),
  ];
}

type KeyOf = (tally: SlotTally) => string;
type TakenOf = (tally: SlotTally) => number;
type Crosses = ReadonlyMap<string | null, CrossTold>;
type Indicators = { all: "bookedOccupancy" | "realOccupancy"; week: "bookedOccupancy" | "peak" };

function slotCross(
  telling: Telling,
  crossBy: (keyOf: KeyOf) => Crosses,
  { all, week }: Indicators,
) {
  const byHalf = crossBy(halfKey);
  const byKind = crossBy(({ kind }) => kind);
  const named = { measure: "slots", unit: "slot" } as const;
  const parts = [
    ...weekHalves.flatMap(({ weekday, half }) => {
      const part = { kind: "week_half", weekday, half } as const;
      const isOf = (key: string) => key.startsWith(`${weekday} ${half} `);
      return crossFigures(telling, byHalf, { ...named, indicator: week, part }, isOf);
    }),
    ...seatKinds.flatMap((resource) => {
      const part = { kind: "resource", resource } as const;
      return crossFigures(
        telling,
        byKind,
        { ...named, indicator: all, part },
        (key) => key === resource,
      );
    }),
  ];
  const extended = { ...named, indicator: all, measure: "extendedSlots" } as const;
  return [
    ...crossFigures(telling, byHalf, extended, (key) => key.endsWith(extendedMark)),
    // A half-day never open, or a kind there is none of, is no line.
    ...parts.filter(({ value }) => value !== null),
  ];
}

const extendedMark = " extended";

/** Apart where extended: the same half-day of the week may be an evening over a season. */
function halfKey({ day, half, isExtended }: SlotTally): string {
  return `${weekdayOf(day)} ${half} ${isExtended ? extendedMark : ""}`;
}

function talliesByMonth({ rows, counting }: Telling): Map<Month, Map<string, SlotTally[]>> {
  const kept = keptBookings(rows, counting.at);
  const tallies = rows.spaces.flatMap((space) => slotTallies(space, kept, counting.range));
  const byMonth = Map.groupBy(tallies, ({ day }) => monthOf(day));
  return new Map(
    [...byMonth].map(([month, own]) => [month, Map.groupBy(own, ({ spaceId }) => spaceId)]),
  );
}

type TableAsked = { spaceIds: readonly string[]; month: Month; keyOf: KeyOf; takenOf: TakenOf };

function tableFrom(
  tallies: ReadonlyMap<Month, ReadonlyMap<string, SlotTally[]>>,
  { spaceIds, month, keyOf, takenOf }: TableAsked,
): ReturnType<TableOf> {
  const own = spaceIds.flatMap((id) => tallies.get(month)?.get(id) ?? []);
  const cells = [...Map.groupBy(own, keyOf)].map(([key, each]) => {
    const of = sumOf(each, ({ offered }) => offered);
    return [key, { count: sumOf(each, takenOf), of }] as const;
  });
  return { cells: new Map(cells), total: sumOf(own, takenOf) };
}
