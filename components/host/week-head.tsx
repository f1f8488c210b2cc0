import { ChevronLeft, ChevronRight } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { addDays, type Day } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { weekAddress } from "./cell-address";

type WeekHeadProps = {
  slug: string;
  spaceName: string;
  first: Day;
  today: Day;
  /** Somebody a place is being chosen for. */
  personId?: string | undefined;
};

/** The week in words, the way to others and to the day. */
export async function WeekHead({ slug, spaceName, first, today, personId }: WeekHeadProps) {
  const [t, host, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("host"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const last = addDays(first, 6);
  const isCurrent = first <= today && today <= last;
  const address = (count: number) => weekAddress(slug, addDays(first, count), personId);
  return (
    <header className="host-head">
      <div>
        <p className="muted small">{spaceName}</p>
        <h1>{t("week.title", { day: formatDay(first, locale, today).replace(/^\S+ /, "") })}</h1>
      </div>
      <nav className="flex flex-wrap items-center gap-2 no-print" aria-label={t("week.view")}>
        <a className="btn-icon btn-icon-framed" href={address(-7)} aria-label={t("week.previous")}>
          <ChevronLeft size={20} strokeWidth={1.75} aria-hidden />
        </a>
        <a className="btn-icon btn-icon-framed" href={address(7)} aria-label={t("week.next")}>
          <ChevronRight size={20} strokeWidth={1.75} aria-hidden />
        </a>
        <span className="segmented">
          <a href={`/hote/${slug}${isCurrent ? "" : `?jour=${first}`}`}>{t("views.day")}</a>
          <a href={`/hote/${slug}/semaine`} aria-current="page">
            {t("views.week")}
          </a>
          <a href={`/hote/${slug}?vue=liste${isCurrent ? "" : `&jour=${first}`}`}>
            {t("views.list")}
          </a>
        </span>
      </nav>
      <p className="host-gestures no-print">
        <a className="btn btn-secondary" href={`/hote/${slug}/fermer`}>
          {host("close")}
        </a>
        {isCurrent ? (
          <a className="btn btn-primary" href={`/hote/${slug}/passage`}>
            {host("walkIn")}
          </a>
        ) : null}
      </p>
    </header>
  );
}
