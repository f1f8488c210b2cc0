import {
  byPlace,
  distinct,
  keptBookings,
  personDaysOf,
  presencesIn,
  sumOf,
} from "../counted/rules";
import type { ByPlace, Counting, ReportRows, ReportSpace } from "../schema";

/** 5. Person-days: a person's day is at most one over the network, and several sites share it by half-days. */
export function personDays(rows: ReportRows, { range, at }: Counting): ByPlace<number> {
  const counted = personDaysOf(presencesIn(rows.spaces, keptBookings(rows, at), range));
  const bySpace = new Map(rows.spaces.map(({ id }) => [id, counted.get(id) ?? 0]));
  return { network: sumOf([...bySpace.values()], (days) => days), bySpace };
}

/** 6. Distinct person, site and local date; two sites the same day are two visits. */
export function visits(rows: ReportRows, { range, at }: Counting): ByPlace<number> {
  const kept = keptBookings(rows, at);
  const visitsOf = (space: ReportSpace) =>
    distinct(presencesIn([space], kept, range).map(({ personDay }) => personDay));
  return byPlace(rows.spaces, (spaces) => sumOf(spaces, visitsOf));
}

export type Users = {
  persons: number;
  /** Arrivals known by a first name only: they may be the same human being, and are no persons. */
  guests: number;
};

/** 7. Distinct persons present at least once. */
export function uniqueUsers(rows: ReportRows, { range, at }: Counting): ByPlace<Users> {
  const kept = keptBookings(rows, at);
  return byPlace(rows.spaces, (spaces) => {
    const presences = presencesIn(spaces, kept, range);
    return {
      persons: distinct(presences.flatMap(({ personId }) => personId ?? [])),
      guests: distinct(presences.flatMap(({ personId, who }) => (personId === null ? who : []))),
    };
  });
}
