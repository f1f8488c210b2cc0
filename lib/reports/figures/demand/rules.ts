import { seatKinds } from "@/lib/bookings/schema";
import { type Day, dayOf } from "@/lib/core/day";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { countBehind } from "../../disclosure/rows/rules";
import { isFew, untoldMonths } from "../../disclosure/rules";
import { weekHalves } from "../../indicators/counted/rules";
import { lateAndNoShow, type Peak, peak, refusedDemand } from "../../indicators/demand/rules";
import type { ReportRows, UnmetWish } from "../../indicators/schema";
import { type Month, monthOf } from "../../schema";
import { crossFigures, type TableOf, toldCrosses } from "../crosses/rules";
import {
  beside,
  eachPlace,
  type Named,
  nearest,
  plain,
  share,
  type Telling,
  toldOf,
  withhold,
  within,
} from "../making/rules";
import type { Figure } from "../schema";

/** 15 to 17. */
export function demandFigures(telling: Telling): Figure[] {
  return [...beside(telling, [...peaks(telling), ...lapses(telling)]), ...refused(telling)];
}

/** Desks taken at once, to the nearest five: the same half-day is told of the network and of its places. */
function peaks(telling: Telling): Figure[] {
  const named = { indicator: "peak", unit: "slot" } as const;
  return eachPlace(toldOf(telling, peak)).flatMap(([place, own]) => {
    const { busiest, percentile95 } = own;
    const rank = { ...named, measure: "percentile95" } as const;
    const most = { ...named, measure: "busiest" } as const;
    if (busiest === null)
      return [withhold(most, place, "no_base"), withhold(rank, place, "no_base")];
    const { day, half, occupied } = busiest;
    const part = { kind: "moment", day, half } as const;
    const tell = (of: Named, count: number) =>
      isFew(count) ? withhold(of, place, whyFew(own)) : nearest(of, place, { count, of: null });
    return [
      tell(isFew(occupied) ? most : { ...most, part }, occupied),
      tell(rank, percentile95 ?? 0),
    ];
  });
}

/**
 * That a half-day is of one to four says that every other is of four at the most: where they are so many in all
 * that each would be of three or four, it is not said why.
 */
function whyFew({ halves, week }: Peak): "few_people" | "protects_another" {
  const taken = week.reduce((sum, { count }) => sum + count, 0);
  return taken > (smallestGroup - 1) * (halves - 1) ? "protects_another" : "few_people";
}

function lapses({ counting, begun }: Telling): Figure[] {
  const named = { indicator: "lateAndNoShow", unit: "booking" } as const;
  return eachPlace(toldOf({ counting, told: begun }, lateAndNoShow)).flatMap(([place, own]) => [
    share({ ...named, measure: "late" }, place, own.late),
    share({ ...named, measure: "noShow" }, place, own.noShow),
    plain({ ...named, measure: "leftEmpty" }, place, own.leftEmpty),
  ]);
}

/** Who asked is nowhere told, but one to four wishes of a month in a place are of one to four people. */
function refused({ rows, counting, months, parted }: Telling): Figure[] {
  const dated = datedWishes(rows);
  const askedFor = (wishes: readonly DatedWish[]) => {
    const behind = countBehind(rows.spaces, wishes, (own) => own.length, counting.range);
    const untold = untoldMonths(behind, parted);
    const toldBy = (untoldOf: (spaceId: string) => ReadonlyMap<Month, unknown> | undefined) => ({
      ...rows,
      wishes: wishes.filter(({ spaceId, day }) => !untoldOf(spaceId)?.has(monthOf(day))),
    });
    const told = {
      ofNetwork: toldBy(() => untold.network),
      ofSpaces: toldBy((spaceId) => untold.bySpace.get(spaceId)),
    };
    return { untold, wanted: eachPlace(toldOf({ counting, told }, refusedDemand)) };
  };
  const seats = askedFor(dated.filter(({ kind }) => seatKinds.some((each) => each === kind)));
  const waiting = askedFor(dated.filter(({ from }) => from === "waiting_list"));
  const named = { indicator: "refusedDemand", measure: "places", unit: "place" } as const;
  return [
    ...beside(
      { months, untold: seats.untold },
      seats.wanted.map(([place, { places }]) => plain(named, place, places)),
    ),
    ...halvesWanted({ rows, counting, months, untold: seats.untold }),
    ...beside(
      { months, untold: waiting.untold },
      waiting.wanted.map(([place, own]) =>
        share({ ...named, measure: "served", unit: "booking" }, place, own.waiting),
      ),
    ),
  ];
}

/** Places wanted by half-day of the week; a day is in two, and they come to no total. */
function halvesWanted(telling: Pick<Telling, "rows" | "counting" | "months" | "untold">): Figure[] {
  const { rows, counting } = telling;
  const tableOf: TableOf = (spaceIds, month) => {
    const spaces = rows.spaces.filter(({ id }) => spaceIds.includes(id));
    const range = within(counting.range, month);
    const { week } = refusedDemand({ ...rows, spaces }, { ...counting, range }).network;
    const cells = week.map(
      ({ weekday, half, places }) => [`${weekday} ${half}`, { count: places, of: null }] as const,
    );
    return { cells: new Map(cells), total: null };
  };
  const crosses = toldCrosses(telling, tableOf);
  return weekHalves.flatMap(({ weekday, half }) => {
    const part = { kind: "week_half", weekday, half } as const;
    const named = { indicator: "refusedDemand", measure: "places", unit: "place", part } as const;
    const figures = crossFigures(telling, crosses, named, (key) => key === `${weekday} ${half}`);
    return figures.filter(({ value }) => value);
  });
}

type DatedWish = UnmetWish & { day: Day };

function datedWishes({ spaces, wishes }: ReportRows): DatedWish[] {
  const byId = new Map(spaces.map((space) => [space.id, space]));
  return wishes.flatMap((wish) => {
    const space = byId.get(wish.spaceId);
    return space ? [{ ...wish, day: dayOf(wish.startsAt, space.calendar.timeZone) }] : [];
  });
}
