import type { getTranslations } from "next-intl/server";

type Words = Awaited<ReturnType<typeof getTranslations<"waitingList">>>;

/** How long a place offered is kept: « 2 heures », « 90 minutes ». */
export function delayWords(minutes: number, t: Words): string {
  return minutes % 60 === 0
    ? t("delayHours", { count: minutes / 60 })
    : t("delayMinutes", { count: minutes });
}
