import { hiddenCounts } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import type { UsageOfNetwork } from "../rules";
import { addMonths, type Month, monthsOf, type Usage } from "../schema";
import type { HiddenBecause, OpenMonth } from "./schema";

/** How many months the open data go back at the most: as long as the longest report. */
export const mostOpenMonths = 36;

type NamedSpace = { id: string; slug: string; name: string };

/** Months told: those that are over, oldest first. `current`: the one that runs; `oldest`: of the first booking. */
export function openMonths(oldest: Month, current: Month): Month[] {
  const last = addMonths(current, -1);
  const first = addMonths(current, -mostOpenMonths);
  return monthsOf({ first: oldest < first ? first : oldest, last });
}

/**
 * A month as everybody may read it, space by space, then the network. A space where fewer than five people
 * came tells only what it offered; so do the next smallest, until the network less those shown leaves each
 * hidden one at least five values, and the network too where no space is left to hide. Months are distinct
 * people each: no sum runs over them.
 */
export function openMonth(month: Month, spaces: NamedSpace[], usage: UsageOfNetwork): OpenMonth[] {
  const known = spaces.flatMap(({ id, slug, name }) => {
    const own = usage.bySpace.get(id);
    return own ? [{ id, space: { slug, name }, own }] : [];
  });
  const people = new Map(known.map(({ id, own }) => [id, peopleOf(own)]));
  const network = peopleOf(usage.network);
  const isNetworkFew = network > 0 && network < smallestGroup;
  const present = known.filter(({ id }) => (people.get(id) ?? 0) > 0);
  const hidden = hiddenCounts(
    people,
    smallestGroup,
    isNetworkFew ? present.map(({ id }) => id) : [],
  );
  const isTight = isTold(hidden, people);
  const because = (id: string): HiddenBecause | null => {
    if (!hidden.has(id)) return null;
    return (people.get(id) ?? 0) < smallestGroup ? "few_people" : "protects_another";
  };
  const ofNetwork = (): HiddenBecause | null => {
    if (isNetworkFew) return "few_people";
    return isTight ? "protects_another" : null;
  };
  return [
    ...known.map(({ id, space, own }) => line(month, space, own, because(id))),
    line(month, null, usage.network, ofNetwork()),
  ];
}

/**
 * People behind the figures: members who came. Guests may be the same one each time, and who booked
 * without coming is not counted: where nobody else came, they are one.
 */
function peopleOf({ users, guests, booked, occupied }: Usage): number {
  if (users) return users;
  return guests + booked + occupied > 0 ? 1 : 0;
}

/** Whether those hidden are few enough for the network's total to bound one of them below five values. */
function isTold(hidden: Set<string>, people: ReadonlyMap<string, number>): boolean {
  if (hidden.size === 0) return false;
  const sum = [...hidden].reduce((total, id) => total + (people.get(id) ?? 0), 0);
  return sum - hidden.size < smallestGroup;
}

function line(
  month: Month,
  space: OpenMonth["space"],
  { offered, booked, occupied, personDays, users, guests }: Usage,
  hidden: HiddenBecause | null,
): OpenMonth {
  const people = { booked, occupied, personDays, users: users ?? 0, guests };
  return { month, space, offered, people: hidden ? null : people, hidden };
}
