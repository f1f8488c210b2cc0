/** Half-open: `startsAt` belongs to it, `endsAt` does not. */
export type Interval = { startsAt: Date; endsAt: Date };

/** Two half-open intervals share at least one instant; one ending where the other starts does not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** From the first start to the last end; there is at least one. */
export function hullOf(intervals: Interval[]): Interval {
  return {
    startsAt: new Date(Math.min(...intervals.map(({ startsAt }) => startsAt.getTime()))),
    endsAt: new Date(Math.max(...intervals.map(({ endsAt }) => endsAt.getTime()))),
  };
}

/** The first lies wholly inside the second. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return inner.startsAt >= outer.startsAt && inner.endsAt <= outer.endsAt;
}
