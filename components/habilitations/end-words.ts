import type { getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import type { Locale } from "@/lib/core/locale";

type Words = Awaited<ReturnType<typeof getTranslations<"habilitations">>>;

/** « jusqu’au 3 mars 2027 inclus », « sans date de fin », « terminée le … ». */
export function endWords(
  { expiresAt, isOver }: { expiresAt: Date | null; isOver: boolean },
  locale: Locale,
  t: Words,
): string {
  if (!expiresAt) return t("forGood");
  // Its end is the first instant it no longer holds: the last day is the one before.
  const day = dayWords(new Date(expiresAt.getTime() - 1), locale);
  return isOver ? t("endedOn", { day }) : t("untilDay", { day });
}
