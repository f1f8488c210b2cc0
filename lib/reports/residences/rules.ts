/** Nobody is shown in a group smaller than this (row 13 of the indicators, domain knowledge §5). */
export const smallestGroup = 5;

export type Residence = {
  insee: string;
  name: string;
  epci: string | null;
  isMember: boolean;
  nearestBourg: string | null;
  population: number | null;
};

/** One published line: a commune, a bourg with the small communes around it, a neighbour, or the rest. */
export type ResidenceLine = {
  kind: "commune" | "around" | "neighbour" | "rest";
  /** Name of the commune, of the bourg or of the intercommunality; empty for the rest. */
  name: string;
  /** Communes put together in this line, by name; empty unless `around`. */
  communes: string[];
  users: number;
  /** Users for a thousand inhabitants of these very communes; null where it would mean nothing. */
  perThousand: number | null;
};

/**
 * Where users live, as a partition whose every line has five people or more: a small commune is shown
 * with those around its nearest bourg (all the small ones, even those with nobody, so that absence tells
 * nothing either), then with the rest. No cell is hidden, so no total gives one away. Null below five in all.
 *
 * `countByCommune` is by INSEE code, `""` for those who did not say. `aside`: communes shown with others
 * however many they are, since other tables would tell of them.
 */
export function residenceLines(
  communes: Residence[],
  countByCommune: Map<string, number>,
  aside: ReadonlySet<string> = new Set(),
): ResidenceLine[] | null {
  const members = communes.filter((commune) => commune.isMember);
  const own = linesOfTerritory(members, countByCommune, aside);
  const neighbours = linesOfNeighbours(communes, countByCommune);
  const all = [...countByCommune.values()].reduce((sum, count) => sum + count, 0);
  if (all < smallestGroup) return null;
  return withRest([...own, ...neighbours], all);
}

function linesOfTerritory(
  members: Residence[],
  counts: Map<string, number>,
  aside: ReadonlySet<string>,
): ResidenceLine[] {
  const countOf = ({ insee }: Residence) => counts.get(insee) ?? 0;
  const large = members.filter(
    (commune) => countOf(commune) >= smallestGroup && !aside.has(commune.insee),
  );
  const bourgs = [...new Set(members.map(({ nearestBourg }) => nearestBourg))];
  const groups = bourgs.map((bourg) => ({
    bourg,
    communes: members.filter((each) => each.nearestBourg === bourg && !large.includes(each)),
  }));
  return [
    ...large.map((commune) => lineOf("commune", commune.name, [commune], countOf(commune))),
    ...groups.map(({ bourg, communes }) => {
      const name = members.find(({ insee }) => insee === bourg)?.name ?? "";
      const users = communes.reduce((sum, commune) => sum + countOf(commune), 0);
      return lineOf("around", name, communes, users);
    }),
  ];
}

function linesOfNeighbours(communes: Residence[], counts: Map<string, number>): ResidenceLine[] {
  const byEpci = new Map<string, number>();
  for (const { insee, isMember, epci } of communes) {
    if (isMember || !epci) continue;
    byEpci.set(epci, (byEpci.get(epci) ?? 0) + (counts.get(insee) ?? 0));
  }
  return [...byEpci].map(([name, users]) => lineOf("neighbour", name, [], users));
}

function lineOf(
  kind: ResidenceLine["kind"],
  name: string,
  communes: Residence[],
  users: number,
): ResidenceLine {
  const inhabitants = communes.reduce((sum, { population }) => sum + (population ?? 0), 0);
  const isKnown = communes.length > 0 && communes.every(({ population }) => population);
  return {
    kind,
    name,
    communes: kind === "around" ? communes.map((commune) => commune.name) : [],
    users,
    perThousand: isKnown ? (1000 * users) / inhabitants : null,
  };
}

/** Communes put together each have four people at the most: eight of two are four each, seven leave two ways. */
function tellsEach({ kind, users, communes }: ResidenceLine): boolean {
  return kind === "around" && users > (smallestGroup - 1) * communes.length - 2;
}

/** Lines too small, or that would tell of small communes, join the rest; while the rest itself is too small, the smallest line joins it too. */
function withRest(lines: ResidenceLine[], all: number): ResidenceLine[] {
  const published = lines
    .filter((line) => line.users >= smallestGroup && !tellsEach(line))
    .sort((a, b) => b.users - a.users || a.name.localeCompare(b.name, "fr"));
  const restOf = () => all - published.reduce((sum, { users }) => sum + users, 0);
  while (restOf() > 0 && restOf() < smallestGroup) published.pop();
  const rest = restOf();
  return rest === 0
    ? published
    : [...published, { kind: "rest", name: "", communes: [], users: rest, perThousand: null }];
}
