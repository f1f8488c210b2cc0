import { z } from "zod";
import { parseDay } from "@/lib/core/day";

export const bookingParts = ["morning", "afternoon", "day"] as const;
/** What is booked of a day: one half-day or the whole of it. */
export type BookingPart = (typeof bookingParts)[number];

/** Kinds that half-days and days apply to; rooms and booths go by the hour. */
export const bookableKinds = ["desk", "office"] as const;
export type BookableKind = (typeof bookableKinds)[number];

export const dayInput = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (!day) {
    context.addIssue({ code: "custom", message: "invalidDate" });
    return z.NEVER;
  }
  return day;
});

export const bookingPartInput = z.enum(bookingParts);
export const spaceSlugInput = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const bookResourceInput = z.strictObject({
  slug: spaceSlugInput,
  day: dayInput,
  part: bookingPartInput,
  /** Left out: any free desk, in the host's order. */
  resourceId: z.uuid().optional(),
  /** Made with the form: the same form sent twice books once. */
  idempotencyKey: z.uuid().optional(),
});
export type BookResourceInput = z.infer<typeof bookResourceInput>;

export const bookingIdInput = z.strictObject({ bookingId: z.uuid() });
export type BookingIdInput = z.infer<typeof bookingIdInput>;

export const cancelBookingInput = z.strictObject({
  bookingId: z.uuid(),
  reason: z.string().trim().max(500).optional(),
});
export type CancelBookingInput = z.infer<typeof cancelBookingInput>;

/** Why a booking is refused; each has its sentence in components/bookings/refusals.ts. */
export const bookingRefusals = [
  "slot_taken",
  "space_full",
  "space_closed",
  "slot_over",
  "beyond_horizon",
  "not_bookable",
  "already_booked",
] as const;
export type BookingRefusal = (typeof bookingRefusals)[number];

export const cancellationRefusals = ["too_late_to_cancel", "already_checked_in"] as const;
export type CancellationRefusal = (typeof cancellationRefusals)[number];

export const checkInRefusals = ["booking_cancelled", "not_today"] as const;
export type CheckInRefusal = (typeof checkInRefusals)[number];
