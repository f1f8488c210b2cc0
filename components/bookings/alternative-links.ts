import type { getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import { alternativeAddress } from "@/lib/bookings/addresses/rules";
import type { Alternative } from "@/lib/bookings/alternatives/rules";
import { capitalised, formatDay, formatTimes, tripWords } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Words = Awaited<ReturnType<typeof getTranslations<"bookings">>>;

/** Free places near a refused wish, as links to the booking page already filled in. */
export function alternativeLinks(
  alternatives: Alternative[],
  locale: Locale,
  t: Words,
): AlternativeLink[] {
  return alternatives.map((alternative) => ({
    href: alternativeAddress(alternative),
    label: labelOf(alternative, locale, t),
  }));
}

/** The free places a refusal came with; none when it says nothing of them. */
export function alternativesOf(data: unknown): Alternative[] {
  if (typeof data !== "object" || data === null || !("alternatives" in data)) return [];
  return Array.isArray(data.alternatives) ? data.alternatives : [];
}

function labelOf(alternative: Alternative, locale: Locale, t: Words): string {
  const resource = alternative.resource.name;
  switch (alternative.differs) {
    case "desk":
      return t("altDesk", { resource });
    case "part":
      if (alternative.part === "hours") {
        const times = formatTimes(alternative, alternative.timeZone, locale);
        return t("altHours", { times, resource });
      }
      return t("altPart", { part: t(alternative.part), resource });
    case "space":
      return t("altSpace", {
        space: `${alternative.spaceName}, ${alternative.communeName}`,
        ...tripWords(alternative.distanceKm, locale),
      });
    case "day":
      return t("altDay", {
        day: capitalised(formatDay(alternative.day, locale), locale),
        resource,
      });
  }
}
