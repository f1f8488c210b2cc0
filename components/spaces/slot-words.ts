import type { getTranslations } from "next-intl/server";
import type { SlotRefusal } from "@/lib/bookings/rules";
import type { PlaceFound } from "@/lib/bookings/searches/queries";
import type { Search } from "@/lib/bookings/searches/rules";
import type { Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Words = Awaited<ReturnType<typeof getTranslations<"spaces">>>;

/** Why a slot cannot be booked, in words: « Fermé jeudi 18 juin », « Fermé : travaux ». */
export function refusalWords(
  { refusal, data }: SlotRefusal,
  day: Day,
  locale: Locale,
  t: Words,
): string {
  const reason = data?.["reason"];
  switch (refusal) {
    case "slot_over":
      return t("over");
    case "beyond_horizon":
      return t("beyond");
    case "too_late_to_book":
      return t("tooLate");
    case "length_refused":
      return t("lengthRefused");
    case "space_closed":
      if (reason) return t("closedReason", { reason });
      if (data?.["because"] === "holiday") return t("closedHoliday");
      return t("closedOn", { day: formatDay(day, locale) });
    default:
      return reason ? t("unavailableReason", { reason }) : t("unavailable");
  }
}

/** Why nothing can be had at a space found by a search: what it lacks whatever the day, else its refusal; null when something may. */
export function placeWords(
  { lack, refusal }: Pick<PlaceFound, "lack" | "refusal">,
  { day, part, kind, hours }: Search,
  locale: Locale,
  t: Words,
): string | null {
  if (lack === "kind") return t("lackKind", { kind: kind ?? "any" });
  if (lack === "features") return t("lackFeatures");
  if (lack === "people") return t("lackPeople");
  if (lack === "moment") return t("lackMoment", { moment: hours ? "hours" : part });
  if (!refusal) return null;
  const isOutsideHours = refusal.data?.["because"] === "hours" && !refusal.data["reason"];
  if (hours && isOutsideHours) return t("closedThen");
  return refusalWords(refusal, day, locale, t);
}
