/** Half-open: `startsAt` belongs to it, `endsAt` does not. */
export type Interval = { startsAt: Date; endsAt: Date };

/** Two half-open intervals share at least one instant; one ending where the other starts does not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The first lies wholly inside the second. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  return inner.startsAt >= outer.startsAt && inner.endsAt <= outer.endsAt;
}
