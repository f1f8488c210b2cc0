import { getLocale, getTranslations } from "next-intl/server";
import { Pill } from "@/components/ui/pill";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { openNow } from "@/lib/spaces/opening-hours/rules";
import type { OpeningCalendar } from "@/lib/spaces/opening-hours/schema";

export async function OpenNow({ calendar, at }: { calendar: OpeningCalendar; at: Date }) {
  const [t, language] = await Promise.all([getTranslations("spaces"), getLocale()]);
  const locale = localeOf(language);
  const state = openNow(calendar, at);
  const { timeZone } = calendar;
  if (state.open) {
    const time = formatTime(state.until, timeZone, locale);
    return (
      <Pill tone="ok">
        {state.state === "staffed" ? t("openUntil", { time }) : t("openUntilSelf", { time })}
      </Pill>
    );
  }
  if (!state.opensAt) return <Pill tone="closed">{t("closedForLong")}</Pill>;
  const day = formatDay(dayOf(state.opensAt, timeZone), locale);
  return (
    <Pill tone="closed">
      {t("opensAt", { day, time: formatTime(state.opensAt, timeZone, locale) })}
    </Pill>
  );
}
