import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import { habilitationLinks } from "@/components/bookings/habilitation-link";
import { bookingRefusalKeys } from "@/components/bookings/refusals";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import type { BookingRefusalData } from "@/lib/bookings/commands";
import type { MoveRefusal } from "@/lib/bookings/moves/schema";
import { clockText, wallMinuteOf } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { isOfPlace, moveRefusalKeys } from "./refusals";

/** A refused move in words; alternatives of its space lead to the move already filled in. */
export async function moveRefusalState(
  { refusal, data }: Refused<MoveRefusal>,
  { bookingId, slug }: { bookingId: string; slug: string | null },
) {
  const [t, bookings, language] = await Promise.all([
    getTranslations("verbs"),
    getTranslations("bookings"),
    getLocale(),
  ]);
  if (!isOfPlace(refusal)) return { message: t(moveRefusalKeys[refusal]) };
  const { alternatives = [], bookingId: own }: Partial<BookingRefusalData> = data ?? {};
  const links = alternativeLinks(alternatives, localeOf(language), bookings).map((link, index) => {
    const alternative = alternatives[index];
    return alternative && alternative.slug === slug
      ? { ...link, href: moveAddress(bookingId, alternative) }
      : link;
  });
  const other = own ? [{ href: `/mon-espace/reservations/${own}`, label: bookings("altOwn") }] : [];
  return {
    message: bookings(bookingRefusalKeys[refusal]),
    data: { alternatives: [...other, ...(await habilitationLinks(data)), ...links] },
  };
}

/** The page that moves this booking, with that moment already chosen. */
export function moveAddress(
  bookingId: string,
  { day, part, startsAt, endsAt, timeZone }: Alternative,
): string {
  const address = `/mon-espace/reservations/${bookingId}/deplacer?jour=${day}&moment=${part}`;
  if (part !== "hours") return address;
  const [from, until] = [startsAt, endsAt].map((instant) =>
    clockText(wallMinuteOf(instant, timeZone)),
  );
  return `${address}&de=${from}&a=${until}`;
}
