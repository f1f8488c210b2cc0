import type { getTranslations } from "next-intl/server";
import { formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { shareOf } from "@/lib/reports/rules";

type Words = Awaited<ReturnType<typeof getTranslations<"reports">>>;

/** « 63 % », or that nothing was offered: a share of nothing is no figure. */
export function shareWords(slots: number, offered: number, locale: Locale, t: Words): string {
  const share = shareOf(slots, offered);
  return share === null ? t("noOffer") : formatShare(share, locale);
}
