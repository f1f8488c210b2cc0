import { now } from "@/lib/infra/clock";
import { db, type Tx } from "@/lib/infra/db";
import { seatsHeld } from "../seats/rules";
import { asDecided, isBelowMinimum, type MinimumFacts } from "./rules";

/**
 * The ids of those of these events that do not take place at that instant for want of people, whether or not
 * a job has said so; one query, none when no deadline has come. For lists that count no seats themselves.
 */
export async function listBelowMinimum(
  events: readonly (MinimumFacts & { id: string })[],
  at: Date = now(),
  client: Tx = db,
): Promise<string[]> {
  const due = events.filter((event) => isBelowMinimum(event, 0, at));
  if (due.length === 0) return [];
  const registrations = await client.eventRegistration.findMany({
    where: {
      eventId: { in: due.map(({ id }) => id) },
      state: { in: ["confirmed", "offered"] },
      source: { not: "walk_in" },
    },
    select: {
      ...{ id: true, eventId: true, state: true, quantity: true, rank: true, offerUntil: true },
    },
  });
  const seats = Map.groupBy(registrations, ({ eventId }) => eventId);
  const short = due.filter((event) =>
    isBelowMinimum(event, seatsHeld(seats.get(event.id) ?? [], at), at),
  );
  return short.map(({ id }) => id);
}

/**
 * An event whose row is held, as it is read at that instant: from the deadline of a minimum it has not on,
 * cancelled, and whoever registers, comes back or brings more people is refused as of a cancelled one.
 */
export async function decidedEvent<
  Row extends MinimumFacts & { id: string; endMinimum: number | null },
>(tx: Tx, event: Row, at: Date): Promise<Row> {
  const isShort = (await listBelowMinimum([event], at, tx)).length > 0;
  return isShort ? asDecided(event, 0, at) : event;
}

/** What `listBelowMinimum` reads of an event. */
export const minimumSelect = {
  id: true,
  state: true,
  startsAt: true,
  minimumPeople: true,
  minimumAt: true,
} as const;
