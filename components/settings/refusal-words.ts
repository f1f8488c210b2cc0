import type { getTranslations } from "next-intl/server";
import type { AlternativeLink } from "@/components/ui/action-form";
import type { SettingsRefusal } from "@/lib/bookings/settings/schema";
import { isInTheWay } from "@/lib/bookings/terms/rules";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { settingsRefusalKeys } from "./refusals";

type Where = {
  slug: string;
  t: Awaited<ReturnType<typeof getTranslations<"settings">>>;
  locale: Locale;
};

/** The sentence of a refusal and, where bookings are in the way, the first day of them. */
export function settingsRefusalWords(
  { refusal, data }: Refused<SettingsRefusal>,
  { slug, t, locale }: Where,
): { message: string; data: { alternatives: AlternativeLink[] } } {
  const key = settingsRefusalKeys[refusal];
  if (!isInTheWay(data)) {
    return { message: t(key, { count: 0, first: "", last: "" }), data: { alternatives: [] } };
  }
  const { count, first, last } = data;
  const words = { count, first: formatDay(first, locale), last: formatDay(last, locale) };
  const link = { href: `/hote/${slug}?jour=${first}`, label: t("seeDay", { day: words.first }) };
  return { message: t(key, words), data: { alternatives: [link] } };
}
