import type { getTranslations } from "next-intl/server";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ClosureExtent } from "@/lib/spaces/closures/rules";

type Words = Awaited<ReturnType<typeof getTranslations<"spaces">>>;

/** « jeudi 18 juin, le matin : travaux », « du lundi 3 août au vendredi 7 août : congés ». */
export function closureWords(
  { first, last, part }: ClosureExtent,
  reason: string | null,
  locale: Locale,
  t: Words,
): string {
  const day = formatDay(first, locale);
  if (reason === null) return t("closureLine.noReason", { day });
  if (first === last) return t(`closureLine.${part}`, { day, reason });
  return t("closureLine.days", { first: day, last: formatDay(last, locale), reason });
}
