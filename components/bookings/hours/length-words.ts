import type { getTranslations } from "next-intl/server";

type Words = Awaited<ReturnType<typeof getTranslations<"hours">>>;

/** « 45 minutes », « 2 heures », « 1 h 30 ». */
export function lengthWords(minutes: number, t: Words): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t("minutes", { count: minutes });
  if (rest === 0) return t("hours", { count: hours });
  return t("hoursMinutes", { hours, minutes: String(rest).padStart(2, "0") });
}
