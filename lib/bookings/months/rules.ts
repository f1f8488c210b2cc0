import type { Day } from "@/lib/core/day";
import type { HalfDay } from "@/lib/spaces/opening-hours/schema";
import type { ResourceKind } from "@/lib/spaces/schema";
import type { DayFrame, ResourceDay } from "../availability/rules";
import { togetherAmong } from "../rules";
import { seatKinds } from "../schema";

/** Seats of one open half-day that may be booked, and until when it lasts; null = closed. */
export type HalfCount = { free: number; taken: number; until: Date } | null;

export type MonthDay = { day: Day; halves: Record<HalfDay, HalfCount> };

type Read = {
  frames: DayFrame[];
  resources: {
    resource: { id: string; kind: ResourceKind; sharesWith: string[] };
    days: ResourceDay[];
  }[];
};

/**
 * Seats free and taken by half-day, over the days of a reading: as many as can be had together. Those
 * nobody may book count as neither.
 */
export function monthDaysOf({ frames, resources }: Read): MonthDay[] {
  const seats = resources.filter(({ resource }) =>
    seatKinds.some((kind) => kind === resource.kind),
  );
  return frames.map(({ day, parts }, index) => {
    const countOf = (half: HalfDay): HalfCount => {
      const span = parts[half];
      if (!span) return null;
      const among = (wanted: string) =>
        seats
          .filter(({ days }) => days[index]?.parts[half] === wanted)
          .map(({ resource }) => resource);
      const count = (wanted: string) => togetherAmong(among(wanted)).length;
      return { free: count("free"), taken: count("taken"), until: new Date(span[1]) };
    };
    return { day, halves: { morning: countOf("morning"), afternoon: countOf("afternoon") } };
  });
}

/** What a half-day is at that instant; `unavailable` is open, to come, and not to be booked: too far or too late. */
export function halfStateAt(
  count: HalfCount,
  at: Date,
): "closed" | "over" | "unavailable" | "full" | "free" {
  if (!count) return "closed";
  if (count.until <= at) return "over";
  if (count.free > 0) return "free";
  return count.taken > 0 ? "full" : "unavailable";
}
