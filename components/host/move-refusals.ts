import { getTranslations } from "next-intl/server";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import type { MoveRefusal } from "@/lib/bookings/moves/schema";
import { type BookingRefusal, bookingRefusals } from "@/lib/bookings/schema";
import type { Refused } from "@/lib/core/result";
import { moveToAddress } from "./cell-address";

const moveOnlyKeys = {
  booking_ended: "moveRefusals.booking_ended",
  too_late_to_move: "moveRefusals.too_late_to_move",
  already_checked_in: "moveRefusals.already_checked_in",
  needs_approval: "moveRefusals.needs_approval",
  other_kind: "moveRefusals.other_kind",
  other_space: "moveRefusals.other_space",
} as const satisfies Record<Exclude<MoveRefusal, BookingRefusal>, string>;

/**
 * A refused move in words. What is free near it leads to the same move, filled in: it is for its person,
 * not for the host; another space, where it would be another booking, to what it says of itself.
 */
export async function moveRefusalState({ refusal, data }: Refused<MoveRefusal>, bookingId: string) {
  const asBooking = bookingRefusals.find((code) => code === refusal);
  if (refusal === "already_booked") {
    return { message: (await getTranslations("host"))(`walkInRefusals.${refusal}`) };
  }
  if (!asBooking) {
    const t = await getTranslations("board");
    return { message: t(moveOnlyKeys[refusal as keyof typeof moveOnlyKeys]) };
  }
  const state = await bookingRefusalState({ ok: false, refusal: asBooking, data });
  const near = alternativesOf(data);
  // What comes before them is the member's own booking, which is no page of a host.
  const links = state.data.alternatives.slice(state.data.alternatives.length - near.length);
  const alternatives = links.flatMap((link, index) => {
    const place = near[index];
    if (!place) return [];
    const isElsewhere = place.differs === "space";
    const here = moveToAddress(place.slug, bookingId, place);
    return [{ ...link, href: isElsewhere ? `/lieux/${place.slug}` : here }];
  });
  return { ...state, data: { alternatives } };
}
