import { ChevronLeft, ChevronRight, Lock, Plus } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ArrivalRow } from "@/components/host/arrival-row";
import { ComingClosures } from "@/components/host/coming-closures";
import { DayBoard } from "@/components/host/day-board";
import { DaySummary } from "@/components/host/day-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { getHostDay, type HostDay } from "@/lib/bookings/host-days/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { addDays, type Day, dayOf, parseDay } from "@/lib/core/day";
import { capitalised, formatDay } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { listComingClosures } from "@/lib/spaces/closures/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  checkInAction,
  releasePlaceAction,
  undoCheckInAction,
  withdrawClosureAction,
} from "./actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ jour?: string | string[]; passage?: string | string[] }>;
};

const arrivalActions = {
  checkIn: checkInAction,
  undo: undoCheckInAction,
  release: releasePlaceAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("host"))("pageTitle") };
}

export default async function HostDayPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const day = query.jour === undefined ? today : parseDay(String(query.jour));
  if (!day) notFound();
  const hostDay = await orNotFound(getHostDay(actor, slug, day, at));
  const [closures, t] = await Promise.all([
    listComingClosures(hostDay.space.id, at),
    getTranslations("host"),
  ]);
  const { space, entries } = hostDay;
  return (
    <div className="wrap host-day">
      <DayHead slug={slug} spaceName={space.name} day={day} today={today} />
      <Welcomed hostDay={hostDay} bookingId={String(query.passage ?? "")} />
      <DaySummary hostDay={hostDay} at={at} />
      <div className="host-columns">
        <section aria-labelledby="venues">
          <h2 id="venues">{t("arrivals")}</h2>
          {entries.length === 0 ? (
            <EmptyState title={t("nobody")}>
              <p>{t("nobodyLead")}</p>
            </EmptyState>
          ) : (
            <ul className="arrivals">
              {entries.map((entry) => (
                <ArrivalRow
                  key={entry.id}
                  entry={entry}
                  timeZone={space.calendar.timeZone}
                  isToday={day === today}
                  actions={arrivalActions}
                />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="postes">
          <h2 id="postes">{t("board")}</h2>
          <DayBoard hostDay={hostDay} />
          {closures.length > 0 ? (
            <>
              <h2 className="mt-8 mb-3">{t("comingClosures")}</h2>
              <ComingClosures space={space} closures={closures} reopen={withdrawClosureAction} />
            </>
          ) : null}
        </section>
      </div>
    </div>
  );
}

type DayHeadProps = { slug: string; spaceName: string; day: Day; today: Day };

async function DayHead({ slug, spaceName, day, today }: DayHeadProps) {
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

async function Welcomed({ hostDay, bookingId }: { hostDay: HostDay; bookingId: string }) {
  const entry = hostDay.entries.find(({ id, isWalkIn }) => isWalkIn && id === bookingId);
  if (!entry) return null;
  const t = await getTranslations("host");
  return (
    <Message tone="ok" role="status">
      {t("welcomed", { name: entry.name, resource: entry.resource.name })}
    </Message>
  );
}
