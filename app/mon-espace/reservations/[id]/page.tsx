import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BookingTicket } from "@/components/bookings/booking-ticket";
import { DetailsSection } from "@/components/bookings/details-section";
import { BookingCompany } from "@/components/company/booking-company";
import { repeatAddress } from "@/components/series/repeat-address";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { BookingState } from "@/components/verbs/booking-state";
import { VerbLinks } from "@/components/verbs/verb-links";
import { findCompanyOfBooking } from "@/lib/bookings/company/queries";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { type BookingView, getBooking } from "@/lib/bookings/queries";
import { bookingIdInput } from "@/lib/bookings/schema";
import type { PersonActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { formatDay, formatTime } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { cancelBookingAction } from "../../actions";
import { changeDetailsAction, chooseShownAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bookings"))("bookingTitle") };
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/reservations/${id}`);
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const at = now();
  const booking = await orNotFound(getBooking(actor, id, at));
  const [{ poster, resources }, company, verbs, said, t] = await Promise.all([
    getSpaceBySlug(booking.space.slug),
    findCompanyOfBooking(actor, id, at),
    listOfferedVerbs(actor, id, at),
    justDone(booking, query),
    getTranslations("bookings"),
  ]);
  const isJustDone = query.faite === "1" && !booking.endedAt;
  return (
    <div className="wrap">
      <PageHead title={await titleOf(booking, actor, { isJustDone, at })} />
      <div className="grid gap-6">
        {said ? (
          <Message tone="ok" role="status">
            {said}
          </Message>
        ) : null}
        <BookingState booking={booking} />
        {booking.checkedInAt && booking.endsAt < at ? <p>{t("present")}</p> : null}
        <BookingTicket booking={booking} poster={poster} />
        <VerbLinks bookingId={id} verbs={verbs} />
        <p className="flex flex-wrap gap-3">
          {booking.state !== "confirmed" ? null : (
            <a className="btn btn-secondary" href={`/mon-espace/reservations/${id}/calendrier`}>
              {t("addToCalendar")}
            </a>
          )}
          <a className="btn btn-secondary" href={`/lieux/${booking.space.slug}`}>
            {t("seeSpace")}
          </a>
          <SeriesLink booking={booking} />
          <a className="btn btn-quiet" href="/mon-espace">
            {t("keep")}
          </a>
        </p>
      </div>
      <DetailsSection
        booking={booking}
        capacity={resources.find(({ id: own }) => own === booking.resource.id)?.capacity ?? 1}
        at={at}
        action={changeDetailsAction}
      />
      {company ? (
        <BookingCompany
          company={company}
          bookingId={id}
          timeZone={booking.space.timeZone}
          dayAddress={`/lieux/${booking.space.slug}/presences?jour=${booking.day}`}
          action={chooseShownAction}
        />
      ) : null}
      {booking.cancellableUntil ? (
        <Cancel booking={booking} until={booking.cancellableUntil} />
      ) : null}
    </div>
  );
}

/** To the series it is a date of, or to one that begins with it. */
async function SeriesLink({ booking }: { booking: BookingView }) {
  const t = await getTranslations("series");
  const href = booking.seriesId
    ? `/mon-espace/series/${booking.seriesId}`
    : repeatAddress({
        slug: booking.space.slug,
        day: booking.day,
        resourceId: booking.resource.id,
        part: booking.part,
        hours: booking,
        timeZone: booking.space.timeZone,
      });
  return (
    <a className="btn btn-secondary" href={href}>
      {t(booking.seriesId ? "seeSeries" : "everyWeek")}
    </a>
  );
}

type Shown = { isJustDone: boolean; at: Date };

async function titleOf(booking: BookingView, actor: PersonActor, { isJustDone, at }: Shown) {
  const [t, verbs] = await Promise.all([getTranslations("bookings"), getTranslations("verbs")]);
  const { state } = booking;
  if (isJustDone && state === "requested") return verbs("asked");
  if (state !== "confirmed") return verbs(`states.${state}.title`);
  const firstName = actor.name?.split(" ")[0];
  if (isJustDone) return firstName ? t("done", { name: firstName }) : t("doneAnonymous");
  return booking.endsAt <= at ? t("overTitle") : t("bookingTitle");
}

type SearchParams = { faite?: string; deplacee?: string; echangee?: string; partie?: string };

/** What has just been done, said once on the page it led to. */
async function justDone(booking: BookingView, query: SearchParams): Promise<string | null> {
  const [t, verbs] = await Promise.all([getTranslations("bookings"), getTranslations("verbs")]);
  if (booking.endedAt) return null;
  if (query.faite === "1")
    return booking.state === "requested" ? verbs("askedLead") : t("doneLead");
  if (query.deplacee === "1") return verbs("moved");
  if (query.echangee === "1") return verbs("swapped");
  return query.partie === "1" && booking.checkedOutAt ? verbs("left") : null;
}

async function Cancel({ booking, until }: { booking: BookingView; until: Date }) {
  const [t, verbs, language] = await Promise.all([
    getTranslations("bookings"),
    getTranslations("verbs"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { timeZone } = booking.space;
  const isRequest = booking.state === "requested";
  const time = formatTime(until, timeZone, locale);
  const day = formatDay(dayOf(until, timeZone), locale);
  return (
    <Section id="annuler" title={isRequest ? verbs("cancelRequest") : t("cancelTitle")}>
      {isRequest ? null : <p>{t("cancelLead", { resource: booking.resource.name })}</p>}
      <p className="muted mb-4">{t("cancelUntil", { day, time })}</p>
      <ActionForm action={cancelBookingAction} hidden={{ bookingId: booking.id }}>
        <SubmitButton className="btn btn-danger mt-3" pending={t("cancelling")}>
          {isRequest ? verbs("cancelRequest") : t("cancel")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
