import type { EventState, PlaceKind } from "../schema";
import type { RideKind } from "./schema";

type Journey = { state: EventState; startsAt: Date; placeKind: PlaceKind };

/** Whether people travel to it together from now on: it stands, is somewhere, and has not begun. */
export function hasRides({ state, startsAt, placeKind }: Journey, at: Date): boolean {
  return state === "published" && placeKind !== "online" && at < startsAt;
}

type Line = { kind: RideKind; commune: { insee: string; name: string }; seats: number };

export type RideCount = { commune: string; offered: number; asked: number };

/** Seats offered and asked for, commune by commune in the order of their names: all that visitors see. */
export function countsByCommune(rides: readonly Line[]): RideCount[] {
  const byCommune = Map.groupBy(rides, ({ commune }) => commune.insee);
  const seats = (lines: Line[], kind: RideKind) =>
    lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.seats, 0);
  return [...byCommune.values()]
    .map((lines) => ({
      commune: lines[0]?.commune.name ?? "",
      offered: seats(lines, "offer"),
      asked: seats(lines, "ask"),
    }))
    .sort((a, b) => a.commune.localeCompare(b.commune, "fr"));
}

type Shown = { kind: RideKind; isOwn: boolean; isNeighbour: boolean; leavesAt: number | null };

/**
 * The communes one leaves from: those of one's own lines, else the one of one's profile. Whoever leaves
 * from there too is suggested.
 */
export function homesOf(own: readonly string[], profile: string | null): ReadonlySet<string> {
  if (own.length > 0) return new Set(own);
  return new Set(profile ? [profile] : []);
}

/** One's own first, then neighbours, then cars before people who look for one, the earliest first. */
export function inBoardOrder<Ride extends Shown>(rides: readonly Ride[]): Ride[] {
  const rank = ({ isOwn, isNeighbour, kind }: Ride) =>
    (isOwn ? 0 : 4) + (isNeighbour ? 0 : 2) + (kind === "offer" ? 0 : 1);
  return rides.toSorted((a, b) => rank(a) - rank(b) || (a.leavesAt ?? 0) - (b.leavesAt ?? 0));
}
