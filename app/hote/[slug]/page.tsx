import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ComingClosures } from "@/components/closures/coming-closures";
import { ArrivalsList } from "@/components/host/arrivals-list";
import { CancelledList } from "@/components/host/cancelled-list";
import { DayBoard } from "@/components/host/day-board";
import { DayHead } from "@/components/host/day-head";
import { DayLegend } from "@/components/host/day-legend";
import { DaySummary } from "@/components/host/day-summary";
import { HostTools } from "@/components/host/host-tools";
import { NowList } from "@/components/host/now-list";
import { requestItems } from "@/components/host/request-items";
import { ToDo } from "@/components/host/to-do";
import { Welcomed } from "@/components/host/welcomed";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { getHostDay, listCancelledEntries } from "@/lib/bookings/host-days/queries";
import { listRequests } from "@/lib/bookings/requests/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type Day, dayOf, parseDay } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { countWaitingReports } from "@/lib/members/abuse-reports/queries";
import { countStepsLeft } from "@/lib/members/welcome/queries";
import { listComingClosures } from "@/lib/spaces/closures/queries";
import type { Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  checkInAction,
  checkOutAction,
  markNoShowAction,
  releasePlaceAction,
  undoCheckInAction,
} from "./actions";
import { undoClosureAction, withdrawClosureAction } from "./fermer/actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Partial<Record<"jour" | "passage" | "vue", string | string[]>>>;
};

const arrivalActions = {
  checkIn: checkInAction,
  undo: undoCheckInAction,
  leave: checkOutAction,
  absent: markNoShowAction,
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
  const { space, entries } = hostDay;
  const [cancelled, closures, { requests }, reports, stepsLeft, t, host, language] =
    await Promise.all([
      listCancelledEntries(actor, space, day, at),
      listComingClosures(space.id, at),
      listRequests(actor, slug, at),
      countWaitingReports(actor, space.id),
      countStepsLeft(
        actor,
        space.id,
        entries.flatMap(({ personId }) => personId ?? []),
      ),
      getTranslations("board"),
      getTranslations("host"),
      getLocale(),
    ]);
  const people = [...entries, ...cancelled, ...requests];
  noteViews(actor, { spaceId: space.id, screen: "host_day", people });
  const wording = { t, host, locale: localeOf(language), timeZone: space.calendar.timeZone };
  const view = query.vue === "liste" ? ("list" as const) : ("day" as const);
  const when = whenOf(day, today);
  return (
    <div className="wrap wrap-wide host-day">
      <DayHead slug={slug} spaceName={space.name} day={day} today={today} view={view} />
      <Welcomed hostDay={hostDay} bookingId={String(query.passage ?? "")} />
      <DaySummary hostDay={hostDay} at={at} isPast={when === "past"} />
      <div className={view === "list" ? "host-columns host-columns-list" : "host-columns"}>
        <div className="host-aside">
          {when === "past" ? null : (
            <ToDo
              hostDay={hostDay}
              wording={wording}
              checkIn={checkInAction}
              absent={markNoShowAction}
              requests={requestItems(slug, requests, wording)}
            />
          )}
          <ArrivalsList
            slug={slug}
            entries={entries}
            stepsLeft={stepsLeft}
            wording={wording}
            when={when}
            at={at}
            actions={arrivalActions}
          />
          <CancelledList slug={slug} entries={cancelled} wording={wording} />
        </div>
        <div className="host-main">
          {view === "list" ? null : (
            <div className="host-board">
              <DayBoard hostDay={hostDay} at={at} />
              <DayLegend t={t} />
            </div>
          )}
          {when === "today" ? (
            <div className={view === "list" ? "no-print" : "only-narrow"}>
              <NowList hostDay={hostDay} wording={wording} at={at} />
            </div>
          ) : null}
          <OwnClosures space={space} closures={closures} at={at} />
          <HostTools slug={slug} day={day} t={t} reports={reports} />
          <LiveRefresh address={`/hote/${slug}/version?du=${day}&au=${day}`} />
        </div>
      </div>
    </div>
  );
}

type OwnClosuresProps = {
  space: Space;
  closures: Awaited<ReturnType<typeof listComingClosures>>;
  at: Date;
};

/** What is closed from now on; what the network closes, its staff reopen. */
async function OwnClosures({ space, closures, at }: OwnClosuresProps) {
  if (closures.length === 0) return null;
  const [t, host] = await Promise.all([getTranslations("closures"), getTranslations("host")]);
  return (
    <>
      <h2 className="mt-8 mb-3">{host("comingClosures")}</h2>
      <ComingClosures
        calendar={space.calendar}
        slug={space.slug}
        closures={closures.map((closure) => ({
          ...closure,
          level: closure.isNetwork ? t("network") : null,
          mayReopen: !closure.isNetwork,
        }))}
        at={at}
        actions={{ undo: undoClosureAction, reopen: withdrawClosureAction }}
      />
    </>
  );
}

function whenOf(day: Day, today: Day): "past" | "today" | "coming" {
  if (day < today) return "past";
  return day === today ? "today" : "coming";
}
