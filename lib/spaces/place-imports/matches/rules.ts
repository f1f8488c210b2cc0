import { distanceKm } from "@/lib/core/distance";
import { fold } from "@/lib/core/fold";
import type { LeftBecause, LineRead, PlaceRead, PlannedLine } from "../schema";

/** Metres within which two places are one, whatever they are called; and by their name. */
export const samePlaceMetres = 50;
export const sameNameMetres = 500;

export type KnownPlace = PlaceRead & {
  id: string;
  /** Of the network, of its reference data, or of an import before. */
  from: "network" | "reference" | "import";
};

/** What confirming would do, line by line in the file's order; a place told twice is made once. */
export function planImport(
  lines: readonly LineRead[],
  places: readonly KnownPlace[],
): PlannedLine[] {
  const planned: PlannedLine[] = [];
  const seen: Seen = { known: places, claimed: new Set(), made: [] };
  for (const read of lines) {
    if (!("place" in read)) continue;
    const { line, place } = read;
    planned.push({ line, place, ...decided(place, seen) });
    seen.made.push({ line, place });
  }
  return planned;
}

/** What is known, which of it a line has taken, and the lines before. */
type Seen = {
  known: readonly KnownPlace[];
  claimed: Set<string>;
  made: { line: number; place: PlaceRead }[];
};
type Decision =
  | { does: "make" }
  | { does: "change"; id: string }
  | { does: "leave"; because: LeftBecause; like: string };

function decided(place: PlaceRead, { known, claimed, made }: Seen): Decision {
  const leave = (because: LeftBecause, like: string): Decision => ({
    ...{ does: "leave", because, like },
  });
  const twice = made.find((earlier) => isSame(earlier.place, place));
  if (twice) return leave("twice", `${twice.place.name} (${twice.line})`);
  const match = closest(place, known);
  if (!match) return { does: "make" };
  if (match.from === "network") return leave("of_network", match.name);
  if (match.from === "reference") return leave("known", match.name);
  if (claimed.has(match.id)) return leave("twice", match.name);
  claimed.add(match.id);
  return saysTheSame(match, place) ? leave("same", match.name) : { does: "change", id: match.id };
}

function closest(place: PlaceRead, places: readonly KnownPlace[]): KnownPlace | undefined {
  return places
    .filter((one) => isSame(one, place))
    .sort((a, b) => distanceKm(a, place) - distanceKm(b, place))[0];
}

/** Within fifty metres, or within five hundred under one name, one of them perhaps longer. */
export function isSame(one: PlaceRead, other: PlaceRead): boolean {
  // Told apart at once, most are: a hundredth of a degree of latitude is more than a kilometre.
  if (Math.abs(one.latitude - other.latitude) > 0.01) return false;
  const metres = distanceKm(one, other) * 1000;
  if (metres <= samePlaceMetres) return true;
  return metres <= sameNameMetres && isSameName(fold(one.name), fold(other.name));
}

function isSameName(one: string, other: string): boolean {
  if (one === "" || other === "") return false;
  return ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

function saysTheSame(one: PlaceRead, other: PlaceRead): boolean {
  return (
    one.name === other.name &&
    one.communeName === other.communeName &&
    one.address === other.address &&
    one.latitude === other.latitude &&
    one.longitude === other.longitude
  );
}
