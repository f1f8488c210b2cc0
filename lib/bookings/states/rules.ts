import type { BookingState, BookingVerb } from "./schema";

type Transition = { from: readonly BookingState[]; to: BookingState | "same" };

/**
 * The whole life of a booking, as data: from which states each verb may come and where it leads.
 * Drawn in docs/bookings.md; `booking_no_overlap` judges every arrival in a live state.
 */
export const transitions: Record<BookingVerb, Transition> = {
  confirm: { from: ["requested"], to: "confirmed" },
  refuse: { from: ["requested"], to: "refused" },
  accept: { from: ["held"], to: "confirmed" },
  lapse: { from: ["requested", "held"], to: "lapsed" },
  cancel: { from: ["requested", "held", "confirmed"], to: "cancelled" },
  move: { from: ["requested", "confirmed"], to: "same" },
  keep: { from: ["requested", "held", "confirmed"], to: "same" },
  swap: { from: ["confirmed"], to: "same" },
  check_in: { from: ["confirmed"], to: "same" },
  undo_check_in: { from: ["confirmed"], to: "same" },
  check_out: { from: ["confirmed"], to: "same" },
  mark_no_show: { from: ["confirmed"], to: "no_show" },
  release: { from: ["confirmed"], to: "released" },
  reinstate: { from: ["cancelled", "no_show"], to: "confirmed" },
};

/** The state after the verb, or null when it cannot be said of a booking in that state. */
export function stateAfter(verb: BookingVerb, from: BookingState): BookingState | null {
  const { from: allowed, to } = transitions[verb];
  if (!allowed.includes(from)) return null;
  return to === "same" ? from : to;
}

export type Holding = { state: BookingState; lapsesAt: Date | null };

/**
 * The state as it is at that instant, whatever the row still says: an offer not taken or a request not
 * answered has lapsed, a booking nobody came for is a no-show. True even when no job has run.
 */
export function stateAt({ state, lapsesAt }: Holding, at: Date): BookingState {
  if (!lapsesAt || lapsesAt > at) return state;
  if (state === "confirmed") return "no_show";
  return state === "held" || state === "requested" ? "lapsed" : state;
}

/** Holds its place at that instant (the predicate of `booking_no_overlap`, less what has lapsed). */
export function isHeldAt(booking: Holding, at: Date): boolean {
  const state = stateAt(booking, at);
  return state === "confirmed" || state === "held";
}

/**
 * When a confirmed booking lapses by itself: the space's grace after its start, or after it was made if
 * that is later; never once somebody is there, where the space wants no release, nor of an event.
 */
export function lapseOf(
  noShowGraceMinutes: number | null,
  booking: { startsAt: Date; createdAt: Date; checkedInAt: Date | null; source?: string },
): Date | null {
  const isNever = booking.checkedInAt !== null || booking.source === "event";
  if (noShowGraceMinutes === null || isNever) return null;
  const from = Math.max(booking.startsAt.getTime(), booking.createdAt.getTime());
  return new Date(from + noShowGraceMinutes * 60_000);
}
