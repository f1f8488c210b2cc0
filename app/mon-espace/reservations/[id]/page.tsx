import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { BookingTicket } from "@/components/bookings/booking-ticket";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
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

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ faite?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bookings"))("bookingTitle") };
}

export default async function BookingPage({ params, searchParams }: Props) {
  const [{ id }, { faite }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/reservations/${id}`);
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const at = now();
  const booking = await orNotFound(getBooking(actor, id, at));
  const { poster } = await getSpaceBySlug(booking.space.slug);
  const t = await getTranslations("bookings");
  const isJustDone = faite === "1" && !booking.endedAt;
  return (
    <div className="wrap">
      <PageHead title={await titleOf(booking, actor, isJustDone, at)} />
      <div className="grid gap-6">
        {isJustDone ? (
          <Message tone="ok" role="status">
            {t("doneLead")}
          </Message>
        ) : null}
        {booking.endedAt ? <Cancelled booking={booking} /> : null}
        {booking.checkedInAt && booking.endsAt < at ? <p>{t("present")}</p> : null}
        <BookingTicket booking={booking} poster={poster} />
        <p className="flex flex-wrap gap-3">
          {booking.endedAt ? null : (
            <a className="btn btn-secondary" href={`/mon-espace/reservations/${id}/calendrier`}>
              {t("addToCalendar")}
            </a>
          )}
          <a className="btn btn-secondary" href={`/lieux/${booking.space.slug}`}>
            {t("seeSpace")}
          </a>
          <a className="btn btn-quiet" href="/mon-espace">
            {t("keep")}
          </a>
        </p>
      </div>
      {booking.cancellableUntil ? (
        <Cancel booking={booking} until={booking.cancellableUntil} />
      ) : null}
    </div>
  );
}

async function titleOf(booking: BookingView, actor: PersonActor, isJustDone: boolean, at: Date) {
  const t = await getTranslations("bookings");
  if (booking.endedAt) return t("cancelledTitle");
  const firstName = actor.name?.split(" ")[0];
  if (isJustDone) return firstName ? t("done", { name: firstName }) : t("doneAnonymous");
  return booking.endsAt <= at ? t("overTitle") : t("bookingTitle");
}

async function Cancelled({ booking }: { booking: BookingView }) {
  const t = await getTranslations("bookings");
  const reason =
    booking.endReason === "arrival_undone" ? t("reasons.arrival_undone") : booking.endReason;
  return (
    <Message tone="ok" role="status">
      <p>{t("cancelledLead")}</p>
      {reason ? <p>{t("cancelledReason", { reason })}</p> : null}
    </Message>
  );
}

async function Cancel({ booking, until }: { booking: BookingView; until: Date }) {
  const [t, language] = await Promise.all([getTranslations("bookings"), getLocale()]);
  const locale = localeOf(language);
  const { timeZone } = booking.space;
  const time = formatTime(until, timeZone, locale);
  const day = formatDay(dayOf(until, timeZone), locale);
  return (
    <Section id="annuler" title={t("cancelTitle")}>
      <p>{t("cancelLead", { resource: booking.resource.name })}</p>
      <p className="muted mb-4">{t("cancelUntil", { day, time })}</p>
      <ActionForm action={cancelBookingAction} hidden={{ bookingId: booking.id }}>
        <SubmitButton className="btn btn-danger mt-3" pending={t("cancelling")}>
          {t("cancel")}
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
