import type { Month } from "@/lib/reports/schema";
import { exactly, type Known } from "./report-solver";
import { distinctKnown, figuresOf, nameOf, toldMonths, type World } from "./report-tables";

const anything = Number.POSITIVE_INFINITY;
const mobile = { what: "mobile", key: "mobility.severalSites" } as const;

/**
 * How the people of places overlap, over each set of months told: those the network has beside a place, of
 * this place alone, of two places, of several. `names`: groups of people, none of which may be known to be few.
 */
export function overlapsKnown(world: World): { known: Known[]; names: string[] } {
  const sets = new Map<string, Month[]>(world.months.map((month) => [month, [month]]));
  for (const report of world.given) {
    for (const figure of figuresOf(report, "uniqueUsers.persons")) {
      const own = toldMonths(report, figure);
      if (figure.value !== null && own.length > 0) sets.set(own.join("+"), own);
    }
  }
  const each = [...sets.values()];
  const overlaps = each.map((months) => overlapOf(world.ids, months));
  const within = each.flatMap((small) =>
    each.flatMap((large) => {
      const isInside = large !== small && small.every((month) => large.includes(month));
      if (!isInside) return [];
      const grown = ["again", "mobile", ...pairsOf(world.ids).map(sharedBy)];
      return grown.map((what) =>
        atLeastNone([[nameOf(what, null, large)], [nameOf(what, null, small), -1]]),
      );
    }),
  );
  return {
    known: [
      ...distinctKnown(world, mobile, "spread"),
      ...overlaps.flatMap(({ known }) => known),
      ...within,
    ],
    names: overlaps.flatMap(({ names }) => names),
  };
}

type Term = readonly [name: string, weight?: number];

function sum(terms: readonly Term[]): ReadonlyMap<string, number> {
  return new Map(terms.map(([name, weight = 1]) => [name, weight]));
}

function atLeastNone(terms: readonly Term[]): Known {
  return { of: sum(terms), least: 0, most: anything };
}

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other): [string, string] => [one, other]));
}

function sharedBy([one, other]: readonly [string, string]): string {
  return `shared by ${one} and ${other}`;
}

function overlapOf(
  ids: readonly string[],
  months: readonly Month[],
): { known: Known[]; names: string[] } {
  const network = nameOf("people", null, months);
  const several = nameOf("mobile", null, months);
  // How many more the places count than the network: each person once for each further place.
  const again = nameOf("again", null, months);
  const people = (id: string) => nameOf("people", id, months);
  const away = (id: string) => nameOf("away", id, months);
  const alone = (id: string) => nameOf("alone", id, months);
  const known = [
    exactly(sum([[network], [again], ...ids.map((id): Term => [people(id), -1])]), 0),
    exactly(sum([[network], [several, -1], ...ids.map((id): Term => [alone(id), -1])]), 0),
    atLeastNone([[again], [several, -1]]),
    atLeastNone([
      [several, ids.length - 1],
      [again, -1],
    ]),
    ...ids.flatMap((id) => [
      exactly(sum([[network], [people(id), -1], [away(id), -1]]), 0),
      atLeastNone([[people(id)], [alone(id), -1]]),
      atLeastNone([[several], [alone(id)], [people(id), -1]]),
      ...ids.flatMap((other) =>
        other === id ? [] : atLeastNone([[away(other)], [alone(id), -1]]),
      ),
    ]),
  ];
  const pairs = pairsOf(ids).map((pair) => {
    const shared = nameOf(sharedBy(pair), null, months);
    const [one, other] = pair;
    const all: Term[] = [[network], [shared], [people(one), -1], [people(other), -1]];
    return {
      shared,
      known: [
        ids.length === 2 ? exactly(sum(all), 0) : atLeastNone(all),
        ...[people(one), people(other), several].map((whole) =>
          atLeastNone([[whole], [shared, -1]]),
        ),
      ],
    };
  });
  return {
    known: [...known, ...pairs.flatMap((pair) => pair.known)],
    names: [
      several,
      ...ids.flatMap((id) => [away(id), alone(id)]),
      ...pairs.map(({ shared }) => shared),
    ],
  };
}
