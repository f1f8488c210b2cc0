import type { ClosureRefusal, UndoRefusal } from "@/lib/bookings/closures/schema";

/** Each refusal has its sentence in the messages on closures: a missing one does not compile. */
export const closureRefusalKeys = {
  slot_over: "refusals.slot_over",
  already_closed: "refusals.already_closed",
  list_changed: "refusals.list_changed",
  too_many_hits: "refusals.too_many_hits",
} as const satisfies Record<ClosureRefusal, string>;

export const undoRefusalKeys = {
  too_late_to_undo: "undoRefusals.too_late_to_undo",
} as const satisfies Record<UndoRefusal, string>;
