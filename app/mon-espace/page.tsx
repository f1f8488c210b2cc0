import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingLine } from "@/components/bookings/booking-line";
import { BookingTicket } from "@/components/bookings/booking-ticket";
import { RebookRows } from "@/components/bookings/rebook-rows";
import { CoPresenceList } from "@/components/company/co-presence-list";
import { MemberTools } from "@/components/members/member-tools";
import { OwnEvents } from "@/components/registrations/own-events";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listCoPresences } from "@/lib/bookings/co-presences/queries";
import { listRebookProposals } from "@/lib/bookings/habits/queries";
import { type BookingView, listBookingsOfMember } from "@/lib/bookings/queries";
import { listWaitingOfMember } from "@/lib/bookings/waiting-list/queries";
import { listOwnEvents } from "@/lib/events/registrations/queries";
import { listOwnNamings } from "@/lib/events/speakers/queries";
import { countUnreadMessages } from "@/lib/members/conversations/queries";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { requirePerson } from "@/lib/web/session";
import { bookResourceAction } from "../reserver/actions";

const shownAtOnce = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

type Props = { searchParams: Promise<{ echangee?: string | string[] }> };

export default async function MySpacePage({ searchParams }: Props) {
  const { echangee } = await searchParams;
  const actor = await requirePerson("/mon-espace");
  const [{ coming, past }, proposals, { offers }, unread, t, helping, meetings, events, namings] =
    await Promise.all([
      listBookingsOfMember(actor),
      listRebookProposals(actor),
      listWaitingOfMember(actor),
      countUnreadMessages(actor),
      getTranslations("members"),
      listCoPresences(actor),
      getTranslations("company.meetings"),
      listOwnEvents(actor),
      listOwnNamings(actor),
    ]);
  const [next, ...after] = coming;
  const firstName = actor.name?.split(" ")[0];
  return (
    <div className="wrap">
      <PageHead title={firstName ? t("hello", { name: firstName }) : t("helloAnonymous")}>
        <p className="flex flex-wrap items-center gap-4">
          <a className="btn btn-primary" href="/#chercher">
            {t("bookPlace")}
          </a>
          <a className="btn btn-quiet" href="/mon-espace/profil">
            {t("profile")}
          </a>
        </p>
      </PageHead>
      {echangee ? (
        <Message tone="warn" role="status">
          {t("exchangedSince")}
        </Message>
      ) : null}
      <OffersWaiting count={offers.length} />
      <NamingsWaiting count={namings.asked.length} />
      {next ? <NextBooking booking={next} /> : null}
      {proposals.length > 0 ? (
        <Section id="nouveau" title={t("again")} className="mt-10">
          <p className="muted -mt-3 mb-4">{t("againLead")}</p>
          <RebookRows proposals={proposals} action={bookResourceAction} />
        </Section>
      ) : null}
      {next ? null : (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          <a className="btn btn-primary" href="/">
            {t("find")}
          </a>
        </EmptyState>
      )}
      <OwnEvents events={events} />
      {helping.length > 0 ? (
        <Section
          id="entraide"
          title={meetings("coming")}
          aside={<a href="/mon-espace/rencontres">{meetings("all")}</a>}
        >
          <CoPresenceList found={helping.slice(0, 3)} />
        </Section>
      ) : null}
      {after.length > 0 ? (
        <Section id="ensuite" title={t("comingAfter")}>
          <ul className="rows">
            {after.map((booking) => (
              <BookingLine key={booking.id} booking={booking} isPast={false} />
            ))}
          </ul>
        </Section>
      ) : null}
      <MemberTools unread={unread} />
      <Section id="passees" title={t("past")}>
        {past.length === 0 ? (
          <p className="muted">{t("noPast")}</p>
        ) : (
          <>
            <ul className="rows">
              {past.slice(0, shownAtOnce).map((booking) => (
                <BookingLine key={booking.id} booking={booking} isPast />
              ))}
            </ul>
            {past.length > shownAtOnce ? (
              <details className="mt-4">
                <summary className="btn btn-quiet">{t("older")}</summary>
                <ul className="rows mt-2">
                  {past.slice(shownAtOnce).map((booking) => (
                    <BookingLine key={booking.id} booking={booking} isPast />
                  ))}
                </ul>
              </details>
            ) : null}
          </>
        )}
      </Section>
    </div>
  );
}

/** Places held for the member are said first: they do not last. */
async function OffersWaiting({ count }: { count: number }) {
  if (count === 0) return null;
  const t = await getTranslations("waitingList");
  return (
    <div className="mb-6">
      <Message tone="info">
        {t("offeredBanner", { count })} <a href="/mon-espace/liste-attente">{t("offeredSee")}</a>
      </Message>
    </div>
  );
}

/** Asked to lead an event, one is shown nowhere before one answers. */
async function NamingsWaiting({ count }: { count: number }) {
  if (count === 0) return null;
  const t = await getTranslations("eventsOwn");
  return (
    <div className="mb-6">
      <Message tone="info">
        {t("askedBanner", { count })} <a href="/mon-espace/evenements">{t("askedSee")}</a>
      </Message>
    </div>
  );
}

/** The one that comes next, as the ticket one shows at the door. */
async function NextBooking({ booking }: { booking: BookingView }) {
  const [t, { poster }] = await Promise.all([
    getTranslations("members"),
    getSpaceBySlug(booking.space.slug),
  ]);
  return (
    <Section id="a-venir" title={t("next")} className="mt-2">
      <BookingTicket booking={booking} poster={poster} />
      <p className="mt-4">
        <a className="btn btn-secondary" href={`/mon-espace/reservations/${booking.id}`}>
          {t("see")}
        </a>
      </p>
    </Section>
  );
}
