import { z } from "zod";

/** Why a booking could not be put back when a closure was undone. */
export const leftReasons = [
  "changed_since",
  "place_taken",
  "already_booked",
  "closed_since",
] as const;
export type LeftReason = (typeof leftReasons)[number];

/** What the journal keeps of an undoing. */
export const undoingNote = z.object({
  restored: z.number().int(),
  left: z.array(z.object({ bookingId: z.uuid(), because: z.enum(leftReasons) })),
});
export type UndoingNote = z.infer<typeof undoingNote>;
