import { getTranslations } from "next-intl/server";
import { alternativesOf } from "@/components/bookings/alternative-links";
import { bookingRefusalState } from "@/components/bookings/refusal-state";
import type { BookForRefusal } from "@/lib/bookings/hosted/schema";
import type { Refused } from "@/lib/core/result";
import { cellAddress } from "./cell-address";

/**
 * A refused booking for somebody in words. What is free near it leads back to this form, so that it is
 * booked for them too; another space, to what it says of itself.
 */
export async function bookForRefusalState(
  { refusal, data }: Refused<BookForRefusal>,
  slug: string,
) {
  if (refusal === "unknown_person" || refusal === "already_booked") {
    return { message: (await getTranslations("host"))(`walkInRefusals.${refusal}`) };
  }
  const state = await bookingRefusalState({ ok: false, refusal, data });
  const near = alternativesOf(data);
  const alternatives = state.data.alternatives.flatMap((link, index) => {
    const alternative = near[index];
    if (!alternative) return [];
    const isHere = alternative.slug === slug;
    const href = isHere ? cellAddress(slug, alternative) : `/lieux/${alternative.slug}`;
    return [{ ...link, href }];
  });
  return { ...state, data: { alternatives } };
}
