import { z } from "zod";

export const proposeSwapInput = z.strictObject({
  bookingId: z.uuid(),
  /** As read on the other booking's page, however it was typed. */
  code: z.string().trim().min(1).max(40),
  message: z.string().trim().max(300).optional(),
});
export type ProposeSwapInput = z.infer<typeof proposeSwapInput>;

export const swapIdInput = z.strictObject({ swapId: z.uuid() });
export type SwapIdInput = z.infer<typeof swapIdInput>;

/** Why two bookings are not exchanged; each has its sentence in components/bookings/verb-refusals.ts. */
const swapRefusals = [
  "unknown_code",
  "own_booking",
  "not_swappable",
  "already_booked",
  "other_already_booked",
  "habilitation_needed",
  "too_many_proposals",
  "swap_closed",
  "booking_changed",
] as const;
export type SwapRefusal = (typeof swapRefusals)[number];
