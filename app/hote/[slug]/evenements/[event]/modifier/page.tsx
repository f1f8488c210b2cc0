import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/events/event-form";
import { EventVerbs } from "@/components/events/event-verbs";
import type { Place } from "@/components/events/event-where-fields";
import { HostTabs } from "@/components/events/host-tabs";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { dateRefusals } from "@/components/events/refusals";
import { SeriesNote } from "@/components/events/series-note";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { type EventToEdit, getEventToEdit, roomsOf } from "@/lib/events/hosted/queries";
import { endReasonOf } from "@/lib/events/minimums/rules";
import { canDo } from "@/lib/events/policy";
import { type EventState, isTurnedDown } from "@/lib/events/schema";
import { readRefused } from "@/lib/events/series/rules";
import { now } from "@/lib/infra/clock";
import { listCommunes } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { namedHabilitations } from "../../_pages/habilitations";
import {
  acceptProposalAction,
  cancelEventAction,
  editEventAction,
  publishEventAction,
  refuseProposalAction,
  reopenEventAction,
} from "../../actions";

type Props = {
  params: Promise<{ slug: string; event: string }>;
  searchParams: Promise<SearchParameters>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit"))("editTitle") };
}

const done = {
  enregistre: "saved",
  rien: "unchanged",
  brouillon: "draftSaved",
  retabli: "reopened",
  refuse: "refused",
} as const;

export default async function EditEventPage({ params, searchParams }: Props) {
  const [address, query] = await Promise.all([params, searchParams]);
  const { slug } = address;
  const actor = await requirePerson(`/hote/${slug}/evenements/${address.event}/modifier`);
  const event = await orNotFound(getEventToEdit(actor, address));
  const [communes, habilitations, t, common] = await Promise.all([
    listCommunes(),
    namedHabilitations(),
    getTranslations("eventsEdit"),
    getTranslations("common"),
  ]);
  const at = now();
  const { space } = event;
  const said = saidOf(query, event);
  const series = seriesDone(query);
  const mayCancel = canDo(actor, "cancel", { spaceId: space.id });
  const mayCreate = canDo(actor, "create", { spaceId: space.id });
  const place = {
    today: dayOf(at, space.calendar.timeZone),
    rooms: roomsOf(space),
    communes,
    ...(mayCreate ? { habilitations } : {}),
  };
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={event.fields.title}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, space, event.fields.title)}
      />
      <HostTabs slug={slug} eventSlug={event.slug} current="edit" readsPeople={event.readsPeople} />
      {series ? <SeriesNote {...series} /> : null}
      {said ? (
        <Message tone="ok" role="status">
          {t(said)}
        </Message>
      ) : null}
      <Ended event={event} at={at} />
      {isOpen(event, at) ? <Written event={event} place={place} /> : null}
      {event.endsAt > at ? (
        <EventVerbs
          event={event}
          actions={{
            publish: mayCreate ? publishEventAction : null,
            reopen: reopenEventAction,
            cancel: mayCancel ? cancelEventAction : null,
            accept: mayCancel ? acceptProposalAction : null,
            refuse: refuseProposalAction,
          }}
        />
      ) : null}
    </div>
  );
}

function saidOf(query: SearchParameters, { state }: EventToEdit) {
  const said = Object.entries(done).find(([word]) => word === textOf(query["fait"]))?.[1];
  return said === "saved" && state === "cancelled" ? "savedCancelled" : said;
}

function isOpen({ state, endsAt }: EventToEdit, at: Date): boolean {
  return !isTurnedDown(state) && endsAt > at;
}

/** All that is written of it, and the pages beside: one that is cancelled is written to be opened again. */
async function Written({ event, place }: { event: EventToEdit; place: Place }) {
  const t = await getTranslations("eventsEdit");
  const isCancelled = event.state === "cancelled";
  const page = `/hote/${event.space.slug}/evenements/${event.slug}`;
  return (
    <>
      <EventForm
        action={editEventAction}
        hidden={{ eventId: event.id, mark: event.mark }}
        fields={event.fields}
        place={place}
        kind="edit"
        isSeries={event.seriesId !== null && !isCancelled}
      />
      {isCancelled ? null : (
        <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          <a href={`${page}/affiche`}>{t("picture.link")}</a>
          {place.habilitations ? <a href={`${page}/repeter`}>{t("repeat.link")}</a> : null}
        </p>
      )}
    </>
  );
}

const endedKeys: Partial<Record<EventState, "isRefused" | "isWithdrawn">> = {
  refused: "isRefused",
  withdrawn: "isWithdrawn",
};

/** Why it is not as it was announced, or why nothing is written any more. */
async function Ended({ event, at }: { event: EventToEdit; at: Date }) {
  const isEnded = event.state === "cancelled" || !isOpen(event, at);
  if (!isEnded) return null;
  const [t, words] = await Promise.all([getTranslations("eventsEdit"), getTranslations("events")]);
  const reason = endReasonOf(event, (count) => words("belowMinimum", { count })) ?? "";
  const key = endedKeys[event.state] ?? "isCancelled";
  return (
    <Message tone="info">
      <p>{event.endsAt > at ? t(key, { reason }) : t("ended")}</p>
    </Message>
  );
}

/** What the address says was done to the dates of a series; null = nothing. */
function seriesDone(query: SearchParameters) {
  const countOf = (name: string) => Number(/^\d{1,2}$/.exec(textOf(query[name]))?.[0] ?? -1);
  const [made, followed] = [countOf("creees"), countOf("suivies")];
  if (made < 0 && followed < 0) return null;
  const what = made >= 0 ? ("made" as const) : ("followed" as const);
  const refused = readRefused(textOf(query["refusees"]), dateRefusals);
  return { done: { what, count: Math.max(made, followed) }, refused };
}
