import type { getTranslations } from "next-intl/server";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { shownCount } from "@/lib/reports/residences/rules";
import { shareOf } from "@/lib/reports/rules";

type Words = Awaited<ReturnType<typeof getTranslations<"reports">>>;

/** « 63 % », or that nothing was offered: a share of nothing is no figure. */
export function shareWords(slots: number, offered: number, locale: Locale, t: Words): string {
  const share = shareOf(slots, offered);
  return share === null ? t("noOffer") : formatShare(share, locale);
}

/** A count of persons, that they are too few to be counted out, or that it is no longer known who came. */
export function personsWords(persons: number | null, locale: Locale, t: Words): string {
  if (persons === null) return t("usersUnknown");
  const shown = shownCount(persons);
  return shown === null ? t("fewerThanFive") : formatNumber(shown, locale);
}
