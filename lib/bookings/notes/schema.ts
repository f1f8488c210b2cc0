import { z } from "zod";

export const annotateBookingInput = z.strictObject({
  bookingId: z.uuid(),
  /** Left out: the note is taken away. */
  note: z.string().trim().max(500).optional(),
});
export type AnnotateBookingInput = z.infer<typeof annotateBookingInput>;
