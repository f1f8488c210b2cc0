import { getTranslations } from "next-intl/server";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import type { MoveRefusal } from "@/lib/bookings/moves/schema";
import { type BookingRefusal, bookingRefusals } from "@/lib/bookings/schema";
import type { Refused } from "@/lib/core/result";

const moveOnlyKeys = {
  booking_ended: "moveRefusals.booking_ended",
  too_late_to_move: "moveRefusals.too_late_to_move",
  already_checked_in: "moveRefusals.already_checked_in",
  needs_approval: "moveRefusals.needs_approval",
} as const satisfies Record<Exclude<MoveRefusal, BookingRefusal>, string>;

/** A refused move in words, with the other possibilities as links. */
export async function moveRefusalState({ refusal, ...refused }: Refused<MoveRefusal>) {
  const asBooking = bookingRefusals.find((code) => code === refusal);
  if (asBooking) return bookingRefusalState({ ...refused, refusal: asBooking });
  const t = await getTranslations("board");
  return { message: t(moveOnlyKeys[refusal as keyof typeof moveOnlyKeys]) };
}
