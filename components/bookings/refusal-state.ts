import { getLocale, getTranslations } from "next-intl/server";
import type { BookingRefusalData } from "@/lib/bookings/commands";
import type { BookingRefusal } from "@/lib/bookings/schema";
import { parseDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { alternativeLinks } from "./alternative-links";
import { habilitationLinks } from "./habilitation-link";
import { bookingRefusalKeys } from "./refusals";

/** A refused booking in words, with the nearest day and the other possibilities as links. */
export async function bookingRefusalState({ refusal, data }: Refused<BookingRefusal>) {
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const locale = localeOf(language);
  const { alternatives, bookingId, nearestDay }: Partial<BookingRefusalData> = data ?? {};
  const own = bookingId
    ? [{ href: `/mon-espace/reservations/${bookingId}`, label: t("altOwn") }]
    : [];
  const nearest = nearestDay ? parseDay(nearestDay) : null;
  // Somebody who sits there, or elsewhere then, is told of their own booking first.
  const told = refusal === "slot_taken" && bookingId ? "already_booked" : refusal;
  const sentence = t(bookingRefusalKeys[told]);
  const first = [...own, ...(await habilitationLinks(data))];
  return {
    message: nearest
      ? `${sentence} ${t("nearestDay", { day: formatDay(nearest, locale) })}`
      : sentence,
    data: { alternatives: [...first, ...alternativeLinks(alternatives ?? [], locale, t)] },
  };
}
