import { seatKinds } from "@/lib/bookings/schema";
import { type Day, weekdayOf } from "@/lib/core/day";
import { halfDays } from "@/lib/spaces/opening-hours/schema";
import { type Half, halvesOf, type SlotTally, slotTallies } from "../../slots/rules";
import { begunIn, byPlace, keptBookings, sharing, sumOf, weekHalves } from "../counted/rules";
import type {
  ByPlace,
  Counting,
  ReportBooking,
  ReportRows,
  ReportSpace,
  Share,
  UnmetWish,
  WeekHalf,
} from "../schema";

export type BusyHalf = Half & { occupied: number };
export type Peak = {
  /** The open half-day with most desks occupied, the first of several; null where nothing was open. */
  busiest: BusyHalf | null;
  /** Nearest rank: 95 open half-days in a hundred had no more desks occupied. */
  percentile95: number | null;
  /** Open half-days, of which these are. */
  halves: number;
  /** Occupied of offered, over the fourteen half-days of a week. */
  week: (WeekHalf & Share)[];
};

/** 15. Desks occupied at once: half-days of one date of all the spaces counted are one. */
export function peak(rows: ReportRows, { range, at }: Counting): ByPlace<Peak> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const tallies = spaces.flatMap((space) => slotTallies(space, kept, range));
    const halves = [...Map.groupBy(tallies, ({ day, half }) => `${day} ${half}`).values()].flatMap(
      (own) => own.slice(0, 1).map(({ day, half }) => ({ day, half, occupied: countTaken(own) })),
    );
    const ordered = halves.sort((a, b) => b.occupied - a.occupied || inOrder(a, b));
    const rank = Math.ceil(0.95 * ordered.length);
    const ofWeek = Map.groupBy(tallies, ({ day, half }) => `${weekdayOf(day)} ${half}`);
    return {
      busiest: ordered[0] ?? null,
      percentile95: ordered.at(-rank)?.occupied ?? null,
      halves: ordered.length,
      week: weekHalves.map((weekHalf) => {
        const own = ofWeek.get(`${weekHalf.weekday} ${weekHalf.half}`) ?? [];
        const offered = sumOf(own, (tally) => tally.offered);
        return { ...weekHalf, ...sharing(countTaken(own), offered) };
      }),
    };
  });
}

function countTaken(tallies: readonly SlotTally[]): number {
  return sumOf(tallies, ({ occupied }) => occupied);
}

/** Earlier first, a morning before its afternoon. */
function inOrder(a: Half, b: Half): number {
  const whenOf = ({ day, half }: Half) => `${day} ${halfDays.indexOf(half)}`;
  return whenOf(a) < whenOf(b) ? -1 : 1;
}

function isThat({ day, half }: Half, wanted: WeekHalf): boolean {
  return half === wanted.half && weekdayOf(day) === wanted.weekday;
}

export type RefusedDemand = {
  /** Desks and offices wanted when none was free, each once whatever the half-days it was wanted for. */
  places: number;
  /** The same by half-day of the week: a day is in its morning and in its afternoon. */
  week: (WeekHalf & { places: number })[];
  /** Entries of the waiting list, whatever they wait for, and those served. */
  waiting: Share;
};

/** 16. What was asked for and could not be had. Who saw that it was full and asked for nothing is in no figure. */
export function refusedDemand(rows: ReportRows, { range }: Counting): ByPlace<RefusedDemand> {
  return byPlace(rows.spaces, (spaces) => {
    const wanted = spaces.flatMap((space) => wishesOf(space, rows.wishes, range));
    const seats = wanted.filter(({ wish }) => seatKinds.some((kind) => kind === wish.kind));
    const waiting = wanted.filter(({ wish }) => wish.from === "waiting_list");
    return {
      places: sumOf(seats, ({ wish }) => wish.places),
      week: weekHalves.map((weekHalf) => ({
        ...weekHalf,
        places: sumOf(
          seats.flatMap(({ wish, halves }) =>
            halves.filter((half) => isThat(half, weekHalf)).map(() => wish),
          ),
          ({ places }) => places,
        ),
      })),
      waiting: sharing(waiting.filter(({ wish }) => wish.isServed).length, waiting.length),
    };
  });
}

/** Wishes of that space that touch the range, with the half-days of it they touch. */
function wishesOf(
  space: ReportSpace,
  wishes: readonly UnmetWish[],
  range: { first: Day; last: Day },
): { wish: UnmetWish; halves: Half[] }[] {
  return wishes
    .filter(({ spaceId }) => spaceId === space.id)
    .map((wish) => ({ wish, halves: halvesOf(space.calendar, wish, range) }))
    .filter(({ halves }) => halves.length > 0);
}

export type LateAndNoShow = {
  /** Given back after the deadline, of bookings that were not cancelled in time. */
  late: Share;
  /** Nobody came, whether the place was given back or stayed empty, of the same. */
  noShow: Share;
  /** Of these, the ones nobody gave back: an arrival not noted is among them. */
  leftEmpty: number;
};

/** 17. Bookings that begin in the period; a room held for an event is none of them. */
export function lateAndNoShow(rows: ReportRows, { range, at }: Counting): ByPlace<LateAndNoShow> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const bookings = begunIn(spaces, kept, range).filter(({ isEvent }) => !isEvent);
    const late = bookings.filter(
      ({ state, checkedInAt }) => state === "released" && checkedInAt === null,
    );
    const leftEmpty = bookings.filter((booking) => isLeftEmpty(booking, at)).length;
    const givenBack = bookings.filter(({ state }) => state === "no_show").length;
    return {
      late: sharing(late.length, bookings.length),
      noShow: sharing(givenBack + leftEmpty, bookings.length),
      leftEmpty,
    };
  });
}

function isLeftEmpty({ state, checkedInAt, endsAt }: ReportBooking, at: Date): boolean {
  return state === "confirmed" && checkedInAt === null && endsAt <= at;
}
