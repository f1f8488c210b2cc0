import { ChevronLeft, ChevronRight, Lock, Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { addDays, type Day } from "@/lib/core/day";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

type DayHeadProps = { slug: string; spaceName: string; day: Day; today: Day };

/** The day in words, the way to others, and the two gestures that are not about a booking. */
export async function DayHead({ slug, spaceName, day, today }: DayHeadProps) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  const [before, after, tomorrow] = [addDays(day, -1), addDays(day, 1), addDays(today, 1)];
  const address = (on: Day) => `/hote/${slug}?jour=${on}`;
  return (
    <header className="host-head">
      <div>
        <p className="muted small">{spaceName}</p>
        <h1>{capitalised(formatDay(day, locale, today), locale)}</h1>
      </div>
      <nav className="flex items-center gap-2 no-print" aria-label={t("view")}>
        <a
          className="btn-icon btn-icon-framed"
          href={address(before)}
          aria-label={t("previousDay", { day: formatDay(before, locale) })}
        >
          <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
        </a>
        <a
          className="btn-icon btn-icon-framed"
          href={address(after)}
          aria-label={t("nextDay", { day: formatDay(after, locale) })}
        >
          <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
        </a>
        <span className="segmented">
          <a href={`/hote/${slug}`} aria-current={day === today ? "page" : undefined}>
            {t("today")}
          </a>
          <a href={address(tomorrow)} aria-current={day === tomorrow ? "page" : undefined}>
            {t("tomorrow")}
          </a>
        </span>
      </nav>
      <p className="host-gestures no-print">
        <a
          className="btn btn-secondary"
          href={`/hote/${slug}/fermer?jour=${day < today ? today : day}`}
        >
          <Lock size={18} strokeWidth={1.75} aria-hidden />
          {t("close")}
        </a>
        <a className="btn btn-primary" href={`/hote/${slug}/passage`}>
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {t("walkIn")}
        </a>
      </p>
    </header>
  );
}
