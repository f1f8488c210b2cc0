import type { AlternativeLink } from "@/components/ui/action-form";
import { isInTheWay } from "@/lib/bookings/terms/rules";
import type { TermsRefusal } from "@/lib/bookings/terms/schema";
import { formatDay } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Refused } from "@/lib/core/result";
import { termsRefusalKeys } from "./refusals";
import type { TermWords } from "./term-words";

type Where = { slug: string; resourceId?: string; t: TermWords; locale: Locale };

/** The sentence of a refusal and, where bookings are in the way, the closing of those very days. */
export function termsRefusalWords(
  { refusal, data }: Refused<TermsRefusal>,
  { slug, resourceId, t, locale }: Where,
): { message: string; data: { alternatives: AlternativeLink[] } } {
  const booked = isInTheWay(data) ? data : null;
  if (!booked) {
    const message = t(termsRefusalKeys[refusal], { count: 0, when: "" });
    return { message, data: { alternatives: [] } };
  }
  const { count, first, last } = booked;
  const [from, until] = [formatDay(first, locale), formatDay(last, locale)];
  const when =
    first === last ? t("whenDay", { day: from }) : t("whenDays", { first: from, last: until });
  const days = first === last ? `jour=${first}` : `jour=${first}&fin=${last}`;
  const href = `/hote/${slug}/fermer?quoi=${resourceId ?? ""}&moment=day&${days}`;
  return {
    message: t(termsRefusalKeys[refusal], { count, when }),
    data: { alternatives: [{ href, label: t("closeThen", { when }) }] },
  };
}
