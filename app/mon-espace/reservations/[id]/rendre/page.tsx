import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { BookingMoment } from "@/components/verbs/booking-moment";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { getBooking } from "@/lib/bookings/queries";
import { bookingIdInput } from "@/lib/bookings/schema";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { leaveEarlyAction, releaseBookingAction } from "../../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verbs"))("release.title") };
}

export default async function GiveBackPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePerson(`/mon-espace/reservations/${id}/rendre`);
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const at = now();
  const [booking, verbs, t, common] = await Promise.all([
    orNotFound(getBooking(actor, id, at)),
    orNotFound(listOfferedVerbs(actor, id, at)),
    getTranslations("verbs"),
    getTranslations("common"),
  ]);
  const leaves = verbs.includes("check_out");
  const title = t(leaves ? "leave.title" : "release.title");
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={title}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("account"), href: "/mon-espace" },
          { label: t("crumbs"), href: `/mon-espace/reservations/${id}` },
          { label: title },
        ]}
      />
      <div className="grid gap-6">
        <div className="panel">
          <BookingMoment
            {...booking}
            resourceName={booking.resource.name}
            spaceName={booking.space.name}
            communeName={booking.space.communeName}
            timeZone={booking.space.timeZone}
          />
        </div>
        {leaves ? <Leave bookingId={id} resource={booking.resource.name} /> : null}
        {verbs.includes("release") ? (
          <Release bookingId={id} resource={booking.resource.name} />
        ) : null}
        {leaves || verbs.includes("release") ? null : (
          <Message tone="info">{t("release.nothing")}</Message>
        )}
      </div>
    </div>
  );
}

async function Leave({ bookingId, resource }: { bookingId: string; resource: string }) {
  const t = await getTranslations("verbs");
  return (
    <ActionForm action={leaveEarlyAction} hidden={{ bookingId }} className="grid gap-5">
      <p>{t("leave.lead", { resource })}</p>
      <SubmitButton className="btn btn-primary btn-lg btn-wide" pending={t("leave.pending")}>
        {t("leave.submit")}
      </SubmitButton>
    </ActionForm>
  );
}

async function Release({ bookingId, resource }: { bookingId: string; resource: string }) {
  const t = await getTranslations("verbs");
  return (
    <ActionForm action={releaseBookingAction} hidden={{ bookingId }} className="grid gap-5">
      <p>{t("release.lead", { resource })}</p>
      <TextAreaField
        name="reason"
        label={t("release.reason")}
        hint={t("release.reasonHint")}
        maxLength={500}
      />
      <SubmitButton className="btn btn-danger" pending={t("release.pending")}>
        {t("release.submit")}
      </SubmitButton>
    </ActionForm>
  );
}
