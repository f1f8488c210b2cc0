import { createHash } from "node:crypto";
import { z } from "zod";
import type { BookingView } from "@/lib/bookings/queries";
import type { NewBooking } from "./booking-bodies";
import type { Caller } from "./caller";
import { parsed } from "./reading";

export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe("The same key with the same body answers with the same booking."),
});

/** Any text up to 255 characters, made the token's own; null without one. */
export function idempotencyKeyOf({ tokenId }: Caller, request: Request): string | null {
  const { "idempotency-key": given } = parsed(idempotencyHeader, {
    "idempotency-key": request.headers.get("idempotency-key") ?? undefined,
  });
  if (given === undefined) return null;
  const bytes = createHash("sha256").update(`${tokenId} ${given}`).digest();
  // A version 8 identifier (RFC 9562 §5.8): made by rules of our own.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}

/** Whether a booking that is where it was made is the one this body asks for. */
export function isSame(booking: BookingView, wanted: NewBooking): boolean {
  const moment =
    "day" in wanted
      ? wanted.day === booking.day && wanted.part === booking.part
      : +wanted.startsAt === +booking.startsAt && +wanted.endsAt === +booking.endsAt;
  const companions = wanted.companions ?? [];
  return (
    moment &&
    wanted.resourceId === booking.resource.id &&
    (wanted.note || null) === booking.note &&
    companions.length === booking.companions.length &&
    companions.every((name, index) => name === booking.companions[index])
  );
}
