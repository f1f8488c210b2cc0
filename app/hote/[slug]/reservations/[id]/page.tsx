import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NoteForm } from "@/components/host/booking-forms";
import { nameOf, stateWords } from "@/components/host/entry-words";
import { EventNote } from "@/components/host/event-note";
import { VerbForms } from "@/components/host/verb-forms";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { bookingIdInput, spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { getHostBooking } from "@/lib/bookings/weeks/queries";
import { mondayOf, readCell } from "@/lib/bookings/weeks/rules";
import { formatDay, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { listRoomEvents } from "@/lib/events/rooms/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { annotateBookingAction, moveToCellAction } from "../../semaine/actions";
import { hostLeaveAction, hostReleaseAction, reinstateAction } from "../actions";

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<SearchParameters>;
};

const actions = {
  move: moveToCellAction,
  release: hostReleaseAction,
  check_out: hostLeaveAction,
  reinstate: reinstateAction,
};
const told = ["reinstate", "release", "check_out"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("booking.pageTitle") };
}

export default async function HostBookingPage({ params, searchParams }: Props) {
  const [{ slug, id }, parameters] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/reservations/${id}`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const at = now();
  const { space, entry, companions, endReason } = await orNotFound(
    getHostBooking(actor, slug, id, at),
  );
  noteViews(actor, { spaceId: space.id, screen: "booking", people: [entry] });
  const [verbs, t, belonging, bookings, host, common, language] = await Promise.all([
    orNotFound(listOfferedVerbs(actor, id, at)),
    getTranslations("board"),
    getTranslations("belonging.person"),
    getTranslations("bookings"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const event = entry.isEvent ? (await listRoomEvents(actor, [id])).get(id) : undefined;
  const { timeZone } = space.calendar;
  const locale = localeOf(language);
  const wording = { t, host, locale, timeZone };
  const lead = t("booking.lead", {
    resource: entry.resource.name,
    day: formatDay(entry.day, locale),
    times: formatTimes(entry, timeZone, locale),
  });
  const done = told.find((verb) => verb === textOf(parameters["fait"]));
  const cell = readCell(parameters);
  const asked = cell && { ...cell, resourceId: textOf(parameters["poste"]) };
  const isOnBoard = ["held", "confirmed", "no_show"].includes(entry.state);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={nameOf(entry, wording)}
        lead={lead}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("booking.crumb"), href: `/hote/${slug}/semaine?du=${mondayOf(entry.day)}` },
          { label: t("booking.pageTitle") },
        ]}
      />
      {done ? (
        <Message tone="ok" role="status">
          {t(`booking.done.${done}`)}
        </Message>
      ) : null}
      <EventNote event={event} />
      <p>
        <span className={`state state-${entry.attendance}`}>
          {isOnBoard ? stateWords(entry, wording) : t(`booking.states.${entry.state}`)}
        </span>{" "}
        <a className="btn btn-quiet" href={`/hote/${slug}?jour=${entry.day}#venue-${entry.id}`}>
          {t("booking.toDay")}
        </a>
        <a className="btn btn-quiet" href={`/hote/${slug}/reservations/${id}/confirmation`}>
          {belonging("print")}
        </a>
      </p>
      {companions.length > 0 ? (
        <p>{t("booking.companions", { names: companions.join(", ") })}</p>
      ) : null}
      {endReason ? <p>{bookings("cancelledReason", { reason: endReason })}</p> : null}
      <VerbForms {...{ space, entry, asked, verbs, wording, actions }} />
      <section className="panel mt-6" aria-labelledby="note-titre">
        <h2 id="note-titre" className="text-h3">
          {t("booking.noteTitle")}
        </h2>
        <NoteForm entry={entry} wording={wording} action={annotateBookingAction} />
      </section>
    </div>
  );
}
