import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CompanyCard } from "@/components/events/company-card";
import { EditLink } from "@/components/events/edit-link";
import { EventBar } from "@/components/events/event-bar";
import { EventData } from "@/components/events/event-data";
import { EventDescription } from "@/components/events/event-description";
import { EventFacts } from "@/components/events/event-facts";
import { EventHead } from "@/components/events/event-head";
import { EventNotice } from "@/components/events/event-notice";
import { EventRides } from "@/components/events/event-rides";
import { EventProgramme, EventSpeakers } from "@/components/events/event-sections";
import { placeText, whenWords, writtenIn } from "@/components/events/event-words";
import { EventRegistration } from "@/components/events/registration";
import { SeatsCard } from "@/components/events/seats-card";
import { Section } from "@/components/ui/section";
import { localeOf } from "@/lib/core/locale";
import { findEventCompany } from "@/lib/events/company/queries";
import { type EventView, getEvent } from "@/lib/events/queries";
import { findOwnRegistration } from "@/lib/events/registrations/queries";
import { getRideBoard } from "@/lib/events/rides/queries";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { listCommunes } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { askRideAction, offerRideAction, withdrawRideAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, actor, t, language] = await Promise.all([
    params,
    currentActor(),
    getTranslations("events"),
    getLocale(),
  ]);
  const at = now();
  const event = await orNotFound(getEvent(actor, slug, at));
  const { day } = whenWords(event, localeOf(language), at);
  return {
    title: event.title,
    description: `${event.summary} ${t("when", { day, times: placeText(event) ?? t("online") })}`,
    alternates: {
      canonical: `/evenements/${slug}`,
      ...(isShown(event) ? { types: otherForms(slug) } : {}),
    },
    ...(event.state === "published" ? {} : { robots: { index: false } }),
  };
}

const rideActions = {
  offer: offerRideAction,
  ask: askRideAction,
  withdraw: withdrawRideAction,
};

export default async function EventPage({ params }: Props) {
  const { slug } = await params;
  const at = now();
  const actor = await currentActor();
  const event = await orNotFound(getEvent(actor, slug, at));
  const company = await findEventCompany(actor, { id: event.id, spaceId: event.space.id });
  const own = await findOwnRegistration(actor, event, at);
  const [t, language] = await Promise.all([getTranslations("events"), getLocale()]);
  const locale = localeOf(language);
  return (
    <article className="wrap event-page">
      <EventHead event={event} at={at} />
      <EditLink actor={actor} event={event} />
      <EventNotice event={event} at={at} />
      <div className="columns">
        <div className="min-w-0">
          <Section id="contenu-evenement" title={t("what")} className="mt-0">
            <EventDescription text={event.description} {...writtenIn(event.language, locale)} />
          </Section>
          <EventProgramme event={event} />
          <EventSpeakers speakers={event.speakers} />
          <EventRides
            slug={slug}
            board={await getRideBoard(actor, event, at)}
            communes={actor.kind === "person" ? await listCommunes() : []}
            actions={rideActions}
          />
        </div>
        <aside className="grid gap-5">
          <SeatsCard event={event} at={at}>
            <EventRegistration event={event} at={at} own={own} />
          </SeatsCard>
          <CompanyCard company={company} />
          <EventFacts event={event} />
        </aside>
      </div>
      {own ? null : <EventBar event={event} at={at} />}
      {isShown(event) ? <EventData event={event} origin={env().NEXTAUTH_URL} /> : null}
    </article>
  );
}

/** To everybody: what feeds and search engines are told too. */
function isShown({ state, publishedAt }: EventView): boolean {
  return state === "published" || (state === "cancelled" && publishedAt !== null);
}

/** Where programs read the same. */
function otherForms(slug: string) {
  return {
    "text/calendar": `/evenements/${slug}/agenda.ics`,
    "application/activity+json": `/api/v1/events/${slug}/activity`,
  };
}
