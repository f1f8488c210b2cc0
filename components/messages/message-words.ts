import type { getTranslations } from "next-intl/server";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";

export type ConversationWords = Awaited<ReturnType<typeof getTranslations<"conversations">>>;

/** « mardi 16 juin, 8 h 30 » on the network's wall, with the year when it is not this one. */
export function momentOf(instant: Date, at: Date, locale: Locale, t: ConversationWords): string {
  const [on, today] = [dayOf(instant, networkTimeZone), dayOf(at, networkTimeZone)];
  return t("when", {
    day: formatDay(on, locale, today),
    time: formatTime(instant, networkTimeZone, locale),
  });
}
