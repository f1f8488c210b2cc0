import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ArrivalsList } from "@/components/attendance/arrivals-list";
import { AttendanceBoard } from "@/components/attendance/attendance-board";
import { AttendanceFigures } from "@/components/attendance/attendance-figures";
import { boardGroups } from "@/components/attendance/board-groups";
import { CertificateLinks } from "@/components/attendance/certificate-links";
import { FeedbackFigures } from "@/components/attendance/feedback-figures";
import { HeadCountForm } from "@/components/attendance/head-count-form";
import { HostTabs } from "@/components/events/host-tabs";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { eventSlugInput } from "@/lib/events/attendance/schema";
import { getFeedback } from "@/lib/events/feedback/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  countHeadsAction,
  noteAtTheDoorAction,
  saveMarksAction,
  saveSheetAction,
  withdrawArrivalAction,
} from "./actions";

type Props = { params: Promise<{ slug: string; event: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsDay"))("title") };
}

export default async function AttendancePage({ params }: Props) {
  const { slug, event: name } = await params;
  const address = `/hote/${slug}/evenements/${name}/presence`;
  const actor = await requirePerson(address);
  if (!eventSlugInput.safeParse(name).success) notFound();
  const readAt = now().toISOString();
  const sheet = await orNotFound(getAttendanceSheet(actor, name));
  if (sheet.event.space.slug !== slug) notFound();
  const { event, people, arrivals, figures, firstTimers, closed } = sheet;
  noteViews(actor, { spaceId: event.space.id, screen: "event_attendance", people });
  const [t, common, language] = await Promise.all([
    getTranslations("eventsDay"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const groups = boardGroups(people, t);
  const when = `${formatDay(event.day, locale)}, ${formatTimes(event, event.space.timeZone, locale)}`;
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={event.title}
        lead={when}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, event.space, t("title"))}
      />
      <HostTabs slug={slug} eventSlug={name} current="attendance" />
      {closed ? (
        <Message tone="warn">{t(`refusals.${closed}`)}</Message>
      ) : (
        <p className="muted">{t("lead")}</p>
      )}
      {people.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : null}
      <AttendanceBoard
        event={name}
        marksAction={saveMarksAction}
        readAt={readAt}
        groups={groups}
        isOpen={closed === null}
        words={{
          save: t("save"),
          saving: t("saving"),
          saved: t("state.saved"),
          waits: t("state.waits"),
          refused: t("state.refused"),
          door: t("door"),
          doorLead: t("doorLead"),
          name: t("name"),
          add: t("add"),
        }}
        sheetAction={saveSheetAction}
        arrivalAction={noteAtTheDoorAction}
        nextArrival={randomUUID()}
      />
      <ArrivalsList {...{ arrivals, t }} event={name} action={withdrawArrivalAction} />
      <HeadCountForm {...{ t }} event={name} heads={figures.heads} action={countHeadsAction} />
      <AttendanceFigures {...{ figures, firstTimers, t }} />
      {now() >= event.endsAt ? <FeedbackFigures figures={await getFeedback(actor, name)} /> : null}
      {now() >= event.endsAt ? (
        <CertificateLinks {...{ people, t }} base={`/hote/${slug}/evenements/${name}`} />
      ) : null}
      <p className="mt-8 flex flex-wrap gap-3">
        <a className="btn btn-secondary" href={`/hote/${slug}/evenements/${name}/feuille`}>
          {t("print")}
        </a>
        <a className="btn btn-quiet" href={`/hote/${slug}/evenements/${name}/entree`}>
          {t("poster.link")}
        </a>
      </p>
    </div>
  );
}
