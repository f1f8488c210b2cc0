import type { Actor } from "@/lib/core/actor";
import { isOwnBooking } from "../policy";

/** Only its person says whether a booking is shown to members: neither hosts nor staff do it for them. */
export function canChooseShown(actor: Actor, booking: { personId: string | null }): boolean {
  return isOwnBooking(actor, booking);
}
