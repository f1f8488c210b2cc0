import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ArrivalRow } from "@/components/host/arrival-row";
import { ComingClosures } from "@/components/host/coming-closures";
import { DayBoard } from "@/components/host/day-board";
import { DayHead } from "@/components/host/day-head";
import { DaySummary } from "@/components/host/day-summary";
import { Welcomed } from "@/components/host/welcomed";
import { EmptyState } from "@/components/ui/empty-state";
import { getHostDay } from "@/lib/bookings/host-days/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { dayOf, parseDay } from "@/lib/core/day";
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
