import { type Figure, type MeasureKey, measureKeyOf } from "@/lib/reports/figures/schema";
import { newKnown } from "./report-newcomers";
import { overlapsKnown } from "./report-overlaps";
import { type Bounds, boundsFrom, type Known } from "./report-solver";
import {
  type Cross,
  crossKnown,
  distinctKnown,
  hiddenIn,
  nameOf,
  partName,
  reasonsKnown,
  restKnown,
  sumsKnown,
  type World,
} from "./report-tables";

const sums: [MeasureKey, "value" | "of"][] = [
  ["bookedOccupancy.slots", "value"],
  ["realOccupancy.slots", "value"],
  ["realOccupancy.emptySlots", "value"],
  ["roomUse.hours", "value"],
  ["roomUse.meetings", "value"],
  ["personDays.days", "value"],
  ["visits.visits", "value"],
  ["lateAndNoShow.late", "value"],
  ["lateAndNoShow.late", "of"],
  ["lateAndNoShow.noShow", "value"],
  ["lateAndNoShow.leftEmpty", "value"],
  ["refusedDemand.places", "value"],
  ["refusedDemand.served", "value"],
  ["refusedDemand.served", "of"],
  ["commuteAvoided.kilometres", "value"],
];

const isFound = ({ least, most }: Bounds) => most - least < 1e-3 && least > 0;
/** Known to be of somebody, and of fewer than five. */
const isSmall = ({ least, most }: Bounds) => least > 0 && most < 5;
const isTight = ({ least, most }: Bounds) => most - least < 4;
/** People hidden beside others of one to four: of two values, or one. */
const isNarrow = ({ least, most }: Bounds) => most - least < 2;
/** A few newcomers of a month: of two values, or one. */
const isClose = ({ least, most }: Bounds) => isSmall({ least, most }) && most - least < 2;
/** A count of one to four that may no longer be each of these. */
const isNarrowed = ({ least, most }: Bounds) => least > 1 || most < 4;

export function recovered(
  known: readonly Known[],
  names: readonly string[],
  isBad: (bounds: Bounds) => boolean,
): string[] {
  const bounds = boundsFrom(known);
  return names.flatMap((name) => {
    const own = bounds.get(name);
    return own && isBad(own) ? `${name}: ${own.least} to ${own.most}` : [];
  });
}

export function sumsRecovered(world: World): string[] {
  return sums.flatMap(([key, side]) => {
    const names = hiddenIn(world, key).map(({ place, month }) =>
      nameOf(`${key} ${side}`, place, [month]),
    );
    return recovered(sumsKnown(world, key, side), names, isFound);
  });
}

/** Each visit is of somebody, and why a place is hidden tells of how many. */
export function visitsRecovered(world: World): string[] {
  const hidden = hiddenIn(world, "visits.visits");
  const visited = hidden.map(({ place, month }) => nameOf("visits.visits value", place, [month]));
  // As many visits as people at least, who are five where the place only hides another.
  const atLeast = reasonsKnown(world, "visits.visits", false).map((known) => ({
    ...known,
    least: known.least < 5 ? 0 : known.least,
    most: Number.POSITIVE_INFINITY,
  }));
  return recovered([...sumsKnown(world, "visits.visits"), ...atLeast], visited, isTight);
}

const people = { what: "people", key: "uniqueUsers.persons" } as const;

export function peopleKnown(world: World): Known[] {
  const [first] = world.months;
  return [
    ...distinctKnown(world, people),
    ...reasonsKnown(world, people.key, true),
    ...(first ? newKnown(world, first) : []),
  ];
}

export function peopleRecovered(world: World): string[] {
  const known = peopleKnown(world);
  // Of a month told, only how many people came to each place may be hidden: `overlapsRecovered` judges that.
  const visited = hiddenIn(world, "visits.visits");
  const names = (isFew: boolean) =>
    visited
      .filter((each) => each.isFew === isFew)
      .map(({ place, month }) => nameOf("people", place, [month]));
  const fresh = world.months.map((month) => nameOf("new", null, [month]));
  return [
    ...recovered(known, names(true), isNarrowed),
    ...recovered(known, names(false), isNarrow),
    ...recovered(known, fresh, isClose),
  ];
}

/** People of two places, of one alone, or of all but one. */
export function overlapsRecovered(world: World): string[] {
  const { known, names } = overlapsKnown(world);
  return recovered(
    [...peopleKnown(world), ...known],
    names,
    (bounds) => isSmall(bounds) && isNarrowed(bounds),
  );
}

/** Regulars and the others, those of several places and those of one. */
export function partsRecovered(world: World): string[] {
  const parts = [
    { what: "regular", key: "regularUsers.regular", rest: "occasional", kind: "part" },
    { what: "mobile", key: "mobility.severalSites", rest: "of one place", kind: "spread" },
  ] as const;
  return parts.flatMap((part) => {
    const told = restKnown(world, people, part, part.rest);
    const known = [
      ...peopleKnown(world),
      ...distinctKnown(world, part, part.kind),
      ...told,
      ...exactRest(world, part.rest),
    ];
    const names = told.flatMap(({ of }) =>
      [...of.keys()].filter((name) => !name.startsWith("people")),
    );
    return recovered(known, names, isSmall);
  });
}

/** The other part, where it is told as it is. */
function exactRest({ given }: World, rest: string): Known[] {
  return given.flatMap(({ months, figures }) =>
    figures.flatMap((figure) => {
      const isExact = measureKeyOf(figure) === "regularUsers.occasional" && figure.nearest === null;
      if (rest !== "occasional" || !isExact || figure.value === null) return [];
      const own = months.filter((month) => !figure.without.includes(month));
      const of = new Map([[nameOf(rest, figure.place, own), 1]]);
      return { of, least: figure.value, most: figure.value };
    }),
  );
}

const halves = [2, 6].flatMap((weekday) =>
  ["morning", "afternoon"].map((half) => ({ weekday, half })),
);

function byHalf(what: MeasureKey, total: MeasureKey | null): Cross {
  const parts = halves.map(({ weekday, half }) => {
    const isOf = (figure: Figure) =>
      measureKeyOf(figure) === what &&
      figure.part?.kind === "week_half" &&
      figure.part.weekday === weekday &&
      figure.part.half === half;
    return [`${weekday} ${half}`, isOf] as const;
  });
  return { what, parts: new Map(parts), total };
}

function byKind(what: MeasureKey): Cross {
  const parts = (["desk", "office"] as const).map((kind) => {
    const isOf = (figure: Figure) =>
      measureKeyOf(figure) === what &&
      figure.part?.kind === "resource" &&
      figure.part.resource === kind;
    return [kind, isOf] as const;
  });
  return { what: `${what} by kind`, parts: new Map(parts), total: what };
}

const alone = (what: MeasureKey) =>
  [what, (figure: Figure) => measureKeyOf(figure) === what] as const;

export const crosses: Cross[] = [
  byHalf("bookedOccupancy.slots", "bookedOccupancy.slots"),
  byHalf("peak.slots", "realOccupancy.slots"),
  byHalf("refusedDemand.places", null),
  byKind("bookedOccupancy.slots"),
  byKind("realOccupancy.slots"),
  { what: "meetings", parts: new Map([alone("roomUse.people")]), total: null },
];

export function crossesRecovered(world: World): string[] {
  return crosses.flatMap((cross) => {
    const names = world.ids.flatMap((id) =>
      world.months.flatMap((month) =>
        [...cross.parts.keys()].map((part) => partName(cross.what, part, id, month)),
      ),
    );
    return recovered(crossKnown(world, cross), names, isSmall);
  });
}
