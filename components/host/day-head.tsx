import { ChevronLeft, ChevronRight, Lock, Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { addDays, type Day } from "@/lib/core/day";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";

export type DayView = "day" | "list";
type DayHeadProps = { slug: string; spaceName: string; day: Day; today: Day; view: DayView };

/** The day in words, the way to others, and the two gestures that are not about a booking. */
export async function DayHead({ slug, spaceName, day, today, view }: DayHeadProps) {
  const [t, language] = await Promise.all([getTranslations("host"), getLocale()]);
  const locale = localeOf(language);
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  const vue = view === "list" ? "&vue=liste" : "";
  const address = (on: Day) => `/hote/${slug}?jour=${on}${vue}`;
  return (
    <header className="host-head">
      <div>
        <p className="muted small">{spaceName}</p>
        <h1>{capitalised(formatDay(day, locale, today), locale)}</h1>
      </div>
      <nav className="flex flex-wrap items-center gap-2 no-print" aria-label={t("view")}>
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
        <Views slug={slug} day={day} today={today} view={view} />
      </nav>
      {day < today ? null : (
        <p className="host-gestures no-print">
          <a className="btn btn-secondary" href={`/hote/${slug}/fermer?jour=${day}`}>
            <Lock size={18} strokeWidth={1.75} aria-hidden />
            {t("close")}
          </a>
          {day === today ? (
            <a className="btn btn-primary" href={`/hote/${slug}/passage`}>
              <Plus size={18} strokeWidth={1.75} aria-hidden />
              {t("walkIn")}
            </a>
          ) : null}
        </p>
      )}
    </header>
  );
}

type ViewsProps = Omit<DayHeadProps, "spaceName">;

async function Views({ slug, day, today, view }: ViewsProps) {
  const t = await getTranslations("board");
  const of = day === today ? "" : `jour=${day}`;
  const current = (is: boolean) => (is ? ("page" as const) : undefined);
  return (
    <>
      <span className="segmented">
        <a href={`/hote/${slug}${of ? `?${of}` : ""}`} aria-current={current(view === "day")}>
          {t("views.day")}
        </a>
        <a href={`/hote/${slug}/semaine${of ? `?du=${day}` : ""}`}>{t("views.week")}</a>
        <a
          href={`/hote/${slug}?vue=liste${of ? `&${of}` : ""}`}
          aria-current={current(view === "list")}
        >
          {t("views.list")}
        </a>
      </span>
      {day === today ? null : (
        <a className="btn btn-quiet" href={`/hote/${slug}`}>
          {t("backToToday")}
        </a>
      )}
    </>
  );
}
