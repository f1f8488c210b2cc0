import type { getTranslations } from "next-intl/server";
import type { SlotRefusal } from "@/lib/bookings/rules";
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
  if (refusal === "slot_over") return t("over");
  if (refusal === "beyond_horizon") return t("beyond");
  if (data?.["reason"]) return t("closedReason", { reason: data["reason"] });
  if (data?.["because"] === "holiday") return t("closedHoliday");
  return t("closedOn", { day: formatDay(day, locale) });
}
