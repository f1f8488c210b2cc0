import type { Interval } from "@/lib/core/interval";

/** Some people who are in the house for a while, half-open. */
export type Crowd = Interval & { people: number };

/** The most people there at one instant of that interval. */
export function peakOf(crowds: readonly Crowd[], during: Interval): number {
  const inside = crowds.filter(
    ({ startsAt, endsAt }) => startsAt < during.endsAt && endsAt > during.startsAt,
  );
  // It is reached when somebody comes, or at the beginning.
  const instants = [during.startsAt, ...inside.map(({ startsAt }) => startsAt)];
  const at = instants
    .filter((instant) => instant >= during.startsAt)
    .map((instant) =>
      inside
        .filter(({ startsAt, endsAt }) => startsAt <= instant && endsAt > instant)
        .reduce((sum, { people }) => sum + people, 0),
    );
  return Math.max(0, ...at);
}

export type Ceiling = {
  /** Of the room: its safety ceiling, else its seats; null outside a room. */
  room: number | null;
  /** Of the house; null = unsaid. */
  house: number | null;
  /** The most people that others bring into the house at one instant of the event. */
  others: number;
};

/** What an event may take at most: whichever of the room and of the house is nearer; null = no limit known. */
export function mostOf({ room, house, others }: Ceiling): number | null {
  const left = house === null ? null : Math.max(0, house - others);
  if (room === null) return left;
  return left === null ? room : Math.min(room, left);
}
