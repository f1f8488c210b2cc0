import type { Day } from "@/lib/core/day";

type Presence = { day: Day; from: Date; until: Date };

/** What a month of presences adds up to: days with at least one, and minutes, what overlaps counted once. */
export function totalOf(presences: Presence[]): { days: number; minutes: number } {
  const inOrder = presences.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  let [milliseconds, counted] = [0, 0];
  for (const { from, until } of inOrder) {
    const start = Math.max(from.getTime(), counted);
    if (until.getTime() > start) {
      milliseconds += until.getTime() - start;
      counted = until.getTime();
    }
  }
  return {
    days: new Set(presences.map(({ day }) => day)).size,
    minutes: Math.round(milliseconds / 60_000),
  };
}
