import { getTranslations } from "next-intl/server";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import type { BookForRefusal } from "@/lib/bookings/hosted/schema";
import type { ReinstateRefusal } from "@/lib/bookings/releases/schema";
import type { BookingRefusal } from "@/lib/bookings/schema";
import type { Refused } from "@/lib/core/result";
import { cellAddress } from "./cell-address";

/** A refused booking for somebody, in words. */
export async function bookForRefusalState(
  { refusal, ...refused }: Refused<BookForRefusal>,
  slug: string,
  personId?: string,
) {
  if (refusal !== "unknown_person") {
    return placeRefusalState({ ...refused, refusal }, slug, personId);
  }
  return { message: (await getTranslations("host"))(`walkInRefusals.${refusal}`) };
}

/** A booking that does not stand again, in words. */
export async function reinstateRefusalState(
  { refusal, ...refused }: Refused<ReinstateRefusal>,
  slug: string,
) {
  if (refusal !== "booking_over" && refusal !== "not_restorable") {
    return placeRefusalState({ ...refused, refusal }, slug);
  }
  return { message: (await getTranslations("board"))(`booking.refusals.${refusal}`) };
}

/**
 * What is free near the place leads to the form of a host, so that it is booked for them, not for the
 * host; another space, to what it says of itself.
 */
async function placeRefusalState(
  { refusal, data }: Refused<BookingRefusal>,
  slug: string,
  personId?: string,
) {
  if (refusal === "already_booked") {
    return { message: (await getTranslations("host"))(`walkInRefusals.${refusal}`) };
  }
  const state = await bookingRefusalState({ ok: false, refusal, data });
  const near = alternativesOf(data);
  const page = personId ? `/hote/${slug}/membres/${personId}#habilitations` : null;
  const first =
    refusal === "habilitation_needed" && page
      ? [{ href: page, label: (await getTranslations("habilitations"))("host.give_first") }]
      : [];
  // What comes before them is the member's own booking, which is no page of a host.
  const links = state.data.alternatives.slice(state.data.alternatives.length - near.length);
  const alternatives = links.flatMap((link, index) => {
    const alternative = near[index];
    if (!alternative) return [];
    const isHere = alternative.slug === slug;
    const href = isHere ? cellAddress(slug, alternative, personId) : `/lieux/${alternative.slug}`;
    return [{ ...link, href }];
  });
  return { ...state, data: { alternatives: [...first, ...alternatives] } };
}
