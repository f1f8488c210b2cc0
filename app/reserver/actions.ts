"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import { bookingRefusalKeys } from "@/components/bookings/refusals";
import { type BookingRefusalData, bookResource } from "@/lib/bookings/commands";
import { bookResourceInput } from "@/lib/bookings/schema";
import { parseDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

export const bookResourceAction = formAction({
  name: "book",
  input: bookResourceInput,
  run: bookResource,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
    const {
      alternatives,
      bookingId,
      nearestDay: nearest,
    }: Partial<BookingRefusalData> = data ?? {};
    const nearestOpen = nearest ? parseDay(nearest) : null;
    const nearestDay = nearestOpen ? formatDay(nearestOpen, localeOf(language)) : null;
    const own = bookingId
      ? [{ href: `/mon-espace/reservations/${bookingId}`, label: t("altOwn") }]
      : [];
    return {
      message: nearestDay
        ? `${t(bookingRefusalKeys[refusal])} ${t("nearestDay", { day: nearestDay })}`
        : t(bookingRefusalKeys[refusal]),
      data: {
        alternatives: [...own, ...alternativeLinks(alternatives ?? [], localeOf(language), t)],
      },
    };
  },
  returnTo: ({ slug, day, part, resourceId, kind }) =>
    `/reserver?lieu=${slug}&jour=${day}&moment=${part}&poste=${resourceId ?? ""}&type=${kind ?? ""}`,
});
