import { type Day, weekdayOf } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";
import { type Assumptions, type PricedKind, pricedKinds } from "@/lib/surveys/diagnosis/schema";
import { hiddenCounts } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { type DayRange, isSomebodyThere, type UsageBooking, type UsageSpace } from "../rules";
import { addMonths, earlierOf, type Month, monthOf, type Period } from "../schema";
import { halvesTouched } from "../slots/rules";
import type { Compared, ComparedKind, PricedUse, RealUse } from "./schema";

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

export type SlotsAndKinds = {
  /** Half-days of presence by `weekday:half-day` of the survey, with distinct people. */
  bySlot: Map<string, RealUse>;
  byKind: Map<ComparedKind, RealUse>;
};

/**
 * Presences over local days, both included, by half-day of the week and by kind of place: half a
 * person-day each, over so many months. People no longer known count in days, never as people.
 */
export function realUse(
  spaces: readonly (UsageSpace & { resources: { id: string; kind: ResourceKind }[] })[],
  bookings: readonly UsageBooking[],
  range: DayRange,
  months: number,
): SlotsAndKinds {
  const bySlot = new Map<string, Presences>();
  const byKind = new Map<ComparedKind, Presences>();
  for (const space of spaces) {
    const kinds = new Map(space.resources.map(({ id, kind }) => [id, comparedKindOf(kind)]));
    for (const booking of bookings.filter(({ spaceId }) => spaceId === space.id)) {
      if (!isSomebodyThere(booking)) continue;
      for (const { day, half } of halvesTouched(space, booking, range)) {
        note(bySlot, `${weekdays[weekdayOf(day) - 1]}:${halves[half]}`, booking.personId);
        note(byKind, kinds.get(booking.resourceId) ?? "room", booking.personId);
      }
    }
  }
  return { bySlot: usesOf(bySlot, months), byKind: usesOf(byKind, months) };
}

type Presences = { halves: number; people: Set<string> };

function note<Key>(into: Map<Key, Presences>, key: Key, personId: string | null): void {
  const own = into.get(key) ?? { halves: 0, people: new Set() };
  own.halves += 1;
  if (personId) own.people.add(personId);
  into.set(key, own);
}

function usesOf<Key>(from: ReadonlyMap<Key, Presences>, months: number): Map<Key, RealUse> {
  return new Map(
    [...from].map(([key, { halves: count, people }]) => [
      key,
      { days: count / 2 / months, persons: people.size },
    ]),
  );
}

function comparedKindOf(kind: ResourceKind): ComparedKind {
  return kind === "desk" || kind === "office" ? kind : "room";
}

/**
 * Declared beside real, key by key in the order given. A real figure of one to four people is not told,
 * nor of as many more as it takes, the whole being told by the reports; `declared` comes as it may be shown.
 */
export function compared<Key extends string>(
  keys: readonly Key[],
  declared: ReadonlyMap<Key, number | null>,
  real: ReadonlyMap<Key, RealUse>,
): Compared<Key>[] {
  const persons = new Map([...real].map(([key, use]) => [key, Math.max(1, use.persons)]));
  const hidden = hiddenCounts(persons, smallestGroup);
  const people = [...hidden].reduce((sum, key) => sum + (persons.get(key as Key) ?? 0), 0);
  const isTold = hidden.size > 0 && people - hidden.size < smallestGroup;
  return keys.map((key) => {
    const said = declared.get(key) ?? null;
    const use = real.get(key);
    const isHidden = hidden.has(key) || (isTold && use !== undefined);
    const used = isHidden ? null : (use?.days ?? 0);
    return { key, declared: said, real: used, ratio: ratioOf(used, said) };
  });
}

/** Real over declared; null where there is nothing to divide by. */
export function ratioOf(real: number | null, declared: number | null): number | null {
  return real === null || declared === null || declared <= 0 ? null : real / declared;
}

/** The same by line of communes of the survey; what is used where nobody's wish is told is a line too. */
export function comparedPlaces(
  lines: readonly { communes: string[]; value: number }[],
  real: ReadonlyMap<string, RealUse>,
): Compared<string>[] {
  const keyOf = new Map(
    lines.flatMap(({ communes }) => communes.map((each) => [each, communes.join(" ")])),
  );
  const used = new Map<string, RealUse>();
  for (const [commune, use] of real) {
    const key = keyOf.get(commune) ?? commune;
    const before = used.get(key) ?? { days: 0, persons: 0 };
    // Somebody in two places is told once at most: the larger of two is surely so many people.
    const persons = Math.max(before.persons, use.persons);
    used.set(key, { days: before.days + use.days, persons });
  }
  const wished = lines.map(({ communes, value }) => [communes.join(" "), value] as const);
  const others = [...used.keys()].filter((key) => !wished.some(([line]) => line === key));
  // The lines are all there is: what is in none of them nobody wished, unless none may be told.
  const none = lines.length > 0 ? 0 : null;
  const declared = new Map([...wished, ...others.map((key) => [key, none] as const)]);
  return compared([...declared.keys()], declared, used);
}

/** Weighted person-days declared by kind of place; closed and dedicated offices are offices here. */
export function declaredKinds(
  lines: readonly { cells: ReadonlyMap<string, { value: number }> }[] | null,
): Map<ComparedKind, number | null> {
  const sumOf = (columns: string[]) =>
    lines
      ? lines
          .flatMap(({ cells }) => columns.map((column) => cells.get(column)?.value ?? 0))
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
