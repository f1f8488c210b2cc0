import { type Day, weekdayOf } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";
import { type Assumptions, type PricedKind, pricedKinds } from "@/lib/surveys/diagnosis/schema";
import type { Untold } from "../disclosure/schema";
import { type CrossTold, toldCrosses } from "../figures/crosses/rules";
import { type DayRange, isSomebodyThere, type UsageBooking, type UsageSpace } from "../rules";
import {
  addMonths,
  earlierOf,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  type Period,
} from "../schema";
import { halvesTouched } from "../slots/rules";
import type { Compared, ComparedKind, PricedUse } from "./schema";

/**
 * The whole months a survey is compared with: the twelve after the one it closed in, as far as they are
 * over on the local day `today`. Null while none is.
 */
export function yearAfter(closedOn: Day, today: Day): Period | null {
  const first = addMonths(monthOf(closedOn), 1);
  const lastOver = addMonths(monthOf(today), -1);
  const last: Month = earlierOf(addMonths(first, 11), lastOver);
  return last < first ? null : { first, last };
}

const weekdays = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const halves = { morning: "matin", afternoon: "apres_midi" } as const;

/** Half-days of the survey that are half-days of a space: its evenings are nobody's here. */
export const comparedSlots = weekdays.flatMap((weekday) =>
  Object.values(halves).map((half) => `${weekday}:${half}`),
);

/** Person-days of a month by key, the mean of the months told; of those of the period, how many are not. */
export type MonthlyMean<Key> = { days: Map<Key, number>; leftOut: number };

export type SlotsAndKinds = {
  /** By `weekday:half-day` of the survey; null where no month may be told. */
  bySlot: MonthlyMean<string> | null;
  byKind: MonthlyMean<ComparedKind> | null;
};

/**
 * Presences of these months by half-day of the week and by kind of place: half a person-day each. They are parts
 * of what reports tell by month and place, and told as parts are (`toldCrosses`): to the nearest five half-days of
 * each month and place, without the months that the network does not tell, or of which that would tell a few.
 */
export function realUse(
  spaces: readonly CountedSpace[],
  bookings: readonly UsageBooking[],
  told: ToldMonths,
): SlotsAndKinds {
  const counts = halfDaysOf(spaces, bookings, told.months);
  const crossOf = (what: string, keys: readonly string[]) =>
    toldCrosses({ rows: { spaces }, ...told }, (ids, month) => {
      const countOf = (key: string) =>
        ids.reduce((sum, id) => sum + (counts.get(`${id} ${month} ${what} ${key}`) ?? 0), 0);
      const cells = new Map(keys.map((key) => [key, { count: countOf(key), of: null }]));
      return { cells, total: [...cells.values()].reduce((sum, { count }) => sum + count, 0) };
    }).get(null);
  return {
    bySlot: meanOf(comparedSlots, crossOf("slot", comparedSlots), told),
    byKind: meanOf(realKinds, crossOf("kind", realKinds), told),
  };
}

type CountedSpace = UsageSpace & { resources: { id: string; kind: ResourceKind }[] };
type ToldMonths = { months: readonly Month[]; untold: Untold };

/** Half-days of presence by space, month and key. */
function halfDaysOf(
  spaces: readonly CountedSpace[],
  bookings: readonly UsageBooking[],
  months: readonly Month[],
): Map<string, number> {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return new Map();
  const range = { first: firstDayOf(first), last: lastDayOf(last) };
  const own = Map.groupBy(bookings.filter(isSomebodyThere), ({ spaceId }) => spaceId);
  const names = spaces.flatMap((space) => namesIn(space, own.get(space.id) ?? [], range));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Each half-day somebody was there, once by half-day of the week and once by kind. */
function namesIn(
  space: CountedSpace,
  bookings: readonly UsageBooking[],
  range: DayRange,
): string[] {
  const kindOf = new Map(space.resources.map(({ id, kind }) => [id, comparedKindOf(kind)]));
  return bookings.flatMap((booking) =>
    halvesTouched(space, booking, range).flatMap(({ day, half }) => {
      const of = `${space.id} ${monthOf(day)}`;
      const slot = `${weekdays[weekdayOf(day) - 1]}:${halves[half]}`;
      return [`${of} slot ${slot}`, `${of} kind ${kindOf.get(booking.resourceId) ?? "room"}`];
    }),
  );
}

function meanOf<Key extends string>(
  keys: readonly Key[],
  cross: CrossTold | undefined,
  { months, untold }: ToldMonths,
): MonthlyMean<Key> | null {
  const leftOut = untold.network.size + (cross?.without.length ?? 0);
  const told = months.length - leftOut;
  if (!cross || told === 0) return null;
  const days = keys.map((key) => [key, (cross.cells.get(key)?.count ?? 0) / 2 / told] as const);
  return { days: new Map(days), leftOut };
}

const realKinds = ["desk", "office", "room"] as const satisfies readonly ComparedKind[];

function comparedKindOf(kind: ResourceKind): ComparedKind {
  return kind === "desk" || kind === "office" ? kind : "room";
}

/**
 * Declared beside real, key by key in the order given, both as they may be shown; what has no key is nothing.
 * `leftOut`: of how many months of the period a line says nothing, by key.
 */
export function compared<Key extends string>(
  keys: readonly Key[],
  declared: ReadonlyMap<Key, number | null>,
  real: ReadonlyMap<Key, number | null> | null,
  leftOut: ReadonlyMap<Key, number> = new Map(),
): Compared<Key>[] {
  return keys.map((key) => {
    const said = declared.get(key) ?? null;
    const used = real?.has(key) === false ? 0 : (real?.get(key) ?? null);
    const ratio = ratioOf(used, said);
    return { key, declared: said, real: used, ratio, leftOut: leftOut.get(key) ?? 0 };
  });
}

/** Real over declared; null where there is nothing to divide by. */
export function ratioOf(real: number | null, declared: number | null): number | null {
  return real === null || declared === null || declared <= 0 ? null : real / declared;
}

/** Real use of a commune: person-days a month over the months told, null where none is; and how many are not. */
export type PlaceUse = { days: number | null; leftOut: number };

/**
 * The same by line of communes of the survey; what is used where nobody's wish is told is a line too. A line is
 * the sum of its communes that may be told, and not told where none of them is.
 */
export function comparedPlaces(
  lines: readonly { communes: string[]; value: number }[],
  real: ReadonlyMap<string, PlaceUse>,
): Compared<string>[] {
  const keyOf = new Map(
    lines.flatMap(({ communes }) => communes.map((each) => [each, communes.join(" ")])),
  );
  const used = new Map<string, number | null>();
  const leftOut = new Map<string, number>();
  for (const [commune, { days, leftOut: own }] of real) {
    const key = keyOf.get(commune) ?? commune;
    const before = used.get(key) ?? null;
    used.set(key, days === null ? before : (before ?? 0) + days);
    leftOut.set(key, Math.max(own, leftOut.get(key) ?? 0));
  }
  const wished = lines.map(({ communes, value }) => [communes.join(" "), value] as const);
  const others = [...used.keys()].filter((key) => !wished.some(([line]) => line === key));
  // The lines are all there is: what is in none of them nobody wished, unless none may be told.
  const none = lines.length > 0 ? 0 : null;
  const declared = new Map([...wished, ...others.map((key) => [key, none] as const)]);
  return compared([...declared.keys()], declared, used, leftOut);
}

/** Weighted person-days declared by kind of place; closed and dedicated offices are offices here. */
export function declaredKinds(
  lines: readonly { cells: ReadonlyMap<string, number> }[] | null,
): Map<ComparedKind, number | null> {
  const sumOf = (columns: string[]) =>
    lines
      ? lines
          .flatMap(({ cells }) => columns.map((column) => cells.get(column) ?? 0))
          .reduce((sum, value) => sum + value, 0)
      : null;
  return new Map([
    ["desk", sumOf(["open"])],
    ["office", sumOf(["closed", "dedicated"])],
    ["any", sumOf(["any"])],
  ]);
}

/** Real use at the tariffs supposed, kind by kind: no place has a tariff in figures, nothing paid is known. */
export function pricedUse(
  kinds: readonly Compared<ComparedKind>[],
  given: Pick<Assumptions, "halfDayPrice" | "officeHalfDayPrice" | "roomHalfDayPrice">,
): PricedUse[] {
  const tariffs: Record<PricedKind, number> = {
    desk: given.halfDayPrice,
    office: given.officeHalfDayPrice,
    room: given.roomHalfDayPrice,
  };
  return pricedKinds.map((kind) => {
    const days = kinds.find(({ key }) => key === kind)?.real ?? null;
    const tariff = tariffs[kind];
    const halfDays = days === null ? null : days * 2;
    return { kind, halfDays, tariff, amount: halfDays === null ? null : halfDays * tariff };
  });
}

/**
 * Share of the half-days used whose tariff is `price` euros or less. Null without any, and where a kind is
 * not told: whoever changes tariffs would read it in the shares.
 */
export function shareUpTo(uses: readonly PricedUse[], price: number): number | null {
  if (uses.some(({ halfDays }) => halfDays === null)) return null;
  const sumOf = (some: readonly PricedUse[]) =>
    some.reduce((sum, { halfDays }) => sum + (halfDays ?? 0), 0);
  const all = sumOf(uses);
  return all > 0 ? sumOf(uses.filter(({ tariff }) => tariff <= price)) / all : null;
}
