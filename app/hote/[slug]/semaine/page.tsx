import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { weekAddress } from "@/components/host/cell-address";
import { HostTools } from "@/components/host/host-tools";
import { WeekBoard } from "@/components/host/week-board";
import { WeekHead } from "@/components/host/week-head";
import { WeekList } from "@/components/host/week-list";
import { WeekMoves } from "@/components/host/week-moves";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Message } from "@/components/ui/message";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { getHostWeek } from "@/lib/bookings/weeks/queries";
import { weekAsked } from "@/lib/bookings/weeks/rules";
import { addDays, dayOf, parseDay } from "@/lib/core/day";
import { localeOf } from "@/lib/core/locale";
import { listRoomEvents } from "@/lib/events/rooms/queries";
import { now } from "@/lib/infra/clock";
import { countWaitingReports } from "@/lib/members/abuse-reports/queries";
import { getMemberOf } from "@/lib/members/memberships/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { moveToCellAction } from "./actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Partial<Record<"du" | "pour", string | string[]>>>;
};

const personInput = z.uuid();

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("week.pageTitle") };
}

export default async function HostWeekPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/semaine`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const at = now();
  const today = dayOf(at, networkTimeZone);
  const first = weekAsked(query.du === undefined ? today : parseDay(String(query.du)), today);
  if (!first) notFound();
  const asked = personInput.safeParse(query.pour);
  const [week, whom, t, host, language] = await Promise.all([
    orNotFound(getHostWeek(actor, slug, first, at)),
    asked.success ? orNotFound(getMemberOf(actor, { slug, personId: asked.data })) : null,
    getTranslations("board"),
    getTranslations("host"),
    getLocale(),
  ]);
  const person = whom?.member ?? null;
  const seen = [...week.entries, ...(person ? [person] : [])];
  noteViews(actor, { spaceId: week.space.id, screen: "host_week", people: seen });
  const rooms = week.entries.filter(({ isEvent }) => isEvent);
  const events = await listRoomEvents(
    actor,
    rooms.map(({ id }) => id),
  );
  const reports = await countWaitingReports(actor, week.space.id);
  const { timeZone } = week.space.calendar;
  const wording = { t, host, locale: localeOf(language), timeZone };
  const personId = person?.personId;
  const address = (count: number) => weekAddress(slug, addDays(first, count), personId);
  return (
    <div className="wrap wrap-wide host-week">
      <WeekHead
        slug={slug}
        spaceName={week.space.name}
        first={first}
        today={today}
        personId={personId}
      />
      {person ? (
        <Message tone="info" role="status">
          {t("week.bookingFor", { name: person.name || host("nameless") })}{" "}
          <a href={`/hote/${slug}/membres/${person.personId}`}>{t("week.notFor")}</a>
        </Message>
      ) : null}
      <div className="host-board">
        <WeekMoves
          previous={address(-7)}
          next={address(7)}
          action={moveToCellAction}
          words={{
            move: t.raw("week.move"),
            help: t("week.help"),
            moving: t.raw("week.moving"),
            given: t("week.given"),
            pending: t("week.pending"),
            region: t("week.region"),
            undo: t("week.undo"),
          }}
        >
          <WeekBoard {...{ week, wording, at, today, events }} personId={personId} />
        </WeekMoves>
      </div>
      <div className="only-narrow">
        <WeekList week={week} wording={wording} at={at} events={events} personId={personId} />
      </div>
      <HostTools slug={slug} day={first} t={t} reports={reports} />
      <LiveRefresh address={`/hote/${slug}/version?du=${first}&au=${addDays(first, 6)}`} />
    </div>
  );
}
