import { type Holding, stateAt } from "../states/rules";
import type { DetailsRefusal } from "./schema";

/** A booking as what goes with it is decided; `capacity` counts the member too. */
type Detailed = Holding & { endsAt: Date; checkedOutAt: Date | null; capacity: number };

/**
 * Whether what goes with a booking may change at that instant: until its end, while it stands. With names,
 * they and the member must fit (`too_many_people`); a note alone asks for no room.
 */
export function decideDetails(
  booking: Detailed,
  companions: readonly string[] | undefined,
  at: Date,
): DetailsRefusal | null {
  if (!mayChangeDetails(booking, at)) return "booking_ended";
  return companions && companions.length + 1 > booking.capacity ? "too_many_people" : null;
}

/** It stands, asked for or sure, and is not over. */
export function mayChangeDetails(
  booking: Holding & { endsAt: Date; checkedOutAt: Date | null },
  at: Date,
): boolean {
  const state = stateAt(booking, at);
  const stands = state === "confirmed" || state === "requested";
  return stands && !booking.checkedOutAt && at < booking.endsAt;
}
