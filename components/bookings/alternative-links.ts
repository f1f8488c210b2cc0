import type { getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { capitalised, formatDay, formatKilometres } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Words = Awaited<ReturnType<typeof getTranslations<"bookings">>>;

/** Free places near a refused wish, as links to the booking page already filled in. */
export function alternativeLinks(
  alternatives: Alternative[],
  locale: Locale,
  t: Words,
): AlternativeLink[] {
  return alternatives.map((alternative) => ({
    href: bookingAddress(alternative),
    label: labelOf(alternative, locale, t),
  }));
}

export function bookingAddress(place: {
  slug: string;
  day: string;
  part: string;
  resource?: { id: string };
}): string {
  const desk = place.resource ? `&poste=${place.resource.id}` : "";
  return `/reserver?lieu=${place.slug}&jour=${place.day}&moment=${place.part}${desk}`;
}

function labelOf(alternative: Alternative, locale: Locale, t: Words): string {
  const resource = alternative.resource.name;
  switch (alternative.differs) {
    case "desk":
      return t("altDesk", { resource });
    case "part":
      return t("altPart", { part: t(alternative.part), resource });
    case "space":
      return t("altSpace", {
        space: `${alternative.spaceName}, ${alternative.communeName}`,
        distance: formatKilometres(alternative.distanceKm, locale),
      });
    case "day":
      return t("altDay", {
        day: capitalised(formatDay(alternative.day, locale), locale),
        resource,
      });
  }
}
