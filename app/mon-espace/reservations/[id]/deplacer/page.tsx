import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { BookingMoment } from "@/components/verbs/booking-moment";
import { MoveForm } from "@/components/verbs/move-form";
import { MoveSearch } from "@/components/verbs/move-search";
import { listMoveChoices } from "@/lib/bookings/moves/queries";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { lastBookableDay } from "@/lib/bookings/rules";
import { bookingIdInput } from "@/lib/bookings/schema";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { moveBookingAction } from "../../actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verbs"))("move.title") };
}

export default async function MovePage({ params, searchParams }: Props) {
  const [{ id }, parameters] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/reservations/${id}/deplacer`);
  if (!bookingIdInput.safeParse({ bookingId: id }).success) notFound();
  const at = now();
  const [choices, verbs, t, common] = await Promise.all([
    orNotFound(listMoveChoices(actor, id, parameters, at)),
    orNotFound(listOfferedVerbs(actor, id, at)),
    getTranslations("verbs"),
    getTranslations("common"),
  ]);
  const { booking, space, resources, asked } = choices;
  const isAsked = parameters["jour"] !== undefined;
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("move.title")}
        lead={t("move.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: common("account"), href: "/mon-espace" },
          { label: t("crumbs"), href: `/mon-espace/reservations/${id}` },
          { label: t("move.title") },
        ]}
      />
      <div className="grid gap-8">
        <div className="panel">
          <h2 className="text-h4 font-text font-bold">{t("move.now")}</h2>
          <BookingMoment
            {...booking}
            resourceName={booking.resource.name}
            spaceName={space.name}
            communeName={space.commune.name}
            timeZone={space.calendar.timeZone}
          />
        </div>
        {verbs.includes("move") ? (
          <>
            <Section id="quand" title={t("move.when")}>
              <MoveSearch
                resources={resources}
                asked={asked}
                today={dayOf(at, space.calendar.timeZone)}
                lastDay={lastBookableDay(space, at)}
              />
            </Section>
            {isAsked ? <MoveForm choices={choices} action={moveBookingAction} /> : null}
          </>
        ) : (
          <Message tone="warn">
            {t(booking.endedAt ? "moveRefusals.booking_ended" : "moveRefusals.too_late_to_move")}
          </Message>
        )}
      </div>
    </div>
  );
}
