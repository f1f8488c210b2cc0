export const bookingStates = [
  "requested",
  "held",
  "confirmed",
  "refused",
  "cancelled",
  "no_show",
  "released",
  "lapsed",
] as const;
export type BookingState = (typeof bookingStates)[number];

/** States that hold the place: those of the constraint `booking_no_overlap`. */
export const liveStates = ["held", "confirmed"] as const satisfies BookingState[];

export const bookingVerbs = [
  "confirm",
  "refuse",
  "accept",
  "lapse",
  "cancel",
  "move",
  "keep",
  "swap",
  "check_in",
  "undo_check_in",
  "check_out",
  "mark_no_show",
  "release",
  "reinstate",
] as const;
/** What can be done with a booking once it is made. */
export type BookingVerb = (typeof bookingVerbs)[number];

/** Verbs after which a place may be free: said through `freeBooking` alone, which serves whoever waits. */
export const freeingVerbs = [
  "lapse",
  "cancel",
  "move",
  "swap",
  "check_out",
  "mark_no_show",
  "release",
] as const satisfies BookingVerb[];
export type FreeingVerb = (typeof freeingVerbs)[number];
/** Verbs that free nothing. */
export type KeepingVerb = Exclude<BookingVerb, FreeingVerb>;
