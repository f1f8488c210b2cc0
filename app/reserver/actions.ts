"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { alternativeLinks } from "@/components/bookings/alternative-links";
import { bookingRefusalKeys } from "@/components/bookings/refusals";
import { type BookingRefusalData, bookResource } from "@/lib/bookings/commands";
import { bookResourceInput } from "@/lib/bookings/schema";
import { localeOf } from "@/lib/core/locale";
import { formAction } from "@/lib/web/form-action";

export const bookResourceAction = formAction({
  name: "book",
  input: bookResourceInput,
  run: bookResource,
  done: ({ id }) => ({ redirect: `/mon-espace/reservations/${id}?faite=1` }),
  refused: async ({ refusal, data }) => {
    const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
    const { alternatives, bookingId }: Partial<BookingRefusalData> = data ?? {};
    const own = bookingId
      ? [{ href: `/mon-espace/reservations/${bookingId}`, label: t("altOwn") }]
      : [];
    return {
      message: t(bookingRefusalKeys[refusal]),
      data: {
        alternatives: [...own, ...alternativeLinks(alternatives ?? [], localeOf(language), t)],
      },
    };
  },
  returnTo: ({ slug, day, part, resourceId }) =>
    `/reserver?lieu=${slug}&jour=${day}&moment=${part}&poste=${resourceId ?? ""}`,
});
