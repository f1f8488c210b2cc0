import type { CountedEvent, EventFigures } from "./schema";

type Events = readonly CountedEvent[];

/** Those announced, not cancelled, and over at that instant: every other figure but cancellations is of them. */
export function heldAmong(events: Events, at: Date): CountedEvent[] {
  return events.filter(({ state, endsAt }) => state === "published" && endsAt <= at);
}

/** Those announced, then cancelled, whatever the reason, counted on the day they were to be. */
export function countCancelled(events: Events): number {
  return events.filter(({ state }) => state === "cancelled").length;
}

/** Hours they lasted, from the first minute to the last, whoever was there. */
export function hoursOf(held: Events): number {
  return sumOf(held, ({ startsAt, endsAt }) => (+endsAt - +startsAt) / 3_600_000);
}

/** People with a seat when it began: companions with whoever registered, without who gave theirs back. */
export function countRegistered(held: Events): number {
  return sumOf(held, ({ registered }) => registered);
}

/** Human beings ticked by name, registered or at the door; never added to heads. */
export function countNamed(held: Events): number {
  return sumOf(held, ({ named }) => named);
}

/** People counted in one look, only where somebody looked; never added to names. */
export function countHeads(held: Events): EventFigures["heads"] {
  const looked = held.filter(({ heads }) => heads !== null);
  return { people: sumOf(looked, ({ heads }) => heads ?? 0), events: looked.length };
}

/** Where one registers, and seats are counted. */
export function hasFill({ capacity, needsRegistration }: CountedEvent): boolean {
  return needsRegistration && capacity !== null;
}

/** Seats taken by registration of seats there were, where one registered and seats are counted. */
export function fillOf(held: Events): EventFigures["fill"] {
  const counted = held.filter(hasFill);
  return {
    taken: sumOf(counted, ({ registered }) => registered),
    seats: sumOf(counted, ({ capacity }) => capacity ?? 0),
  };
}

/** Of people named who registered, those whom no earlier event of the network saw, by account or mailbox. */
export function countFirstTimers(held: Events): number {
  return sumOf(held, ({ firstTimers }) => firstTimers);
}

/** Mean of the notes from 0 to 10, each note alike whatever its event, and how many there are. */
export function feedbackOf(held: Events): EventFigures["feedback"] {
  const count = sumOf(held, ({ feedback }) => feedback.count);
  const sum = sumOf(held, ({ feedback }) => feedback.sum);
  return { mean: count === 0 ? null : sum / count, count };
}

/** All of them over some events, as they stand at that instant. */
export function figuresOf(events: Events, at: Date): EventFigures {
  const held = heldAmong(events, at);
  return {
    held: held.length,
    cancelled: countCancelled(events),
    hours: hoursOf(held),
    registered: countRegistered(held),
    named: countNamed(held),
    heads: countHeads(held),
    fill: fillOf(held),
    firstTimers: countFirstTimers(held),
    feedback: feedbackOf(held),
  };
}

/** Share of seats taken; null where no seat is counted: no share of nothing. */
export function fillRate({ taken, seats }: EventFigures["fill"]): number | null {
  return seats === 0 ? null : taken / seats;
}

function sumOf(events: Events, of: (event: CountedEvent) => number): number {
  return events.reduce((sum, event) => sum + of(event), 0);
}
