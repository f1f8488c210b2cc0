import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BookingLine } from "@/components/bookings/booking-line";
import { RebookRows } from "@/components/bookings/rebook-rows";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listRebookProposals } from "@/lib/bookings/habits/queries";
import { listBookingsOfMember } from "@/lib/bookings/queries";
import { requirePerson } from "@/lib/web/session";
import { bookResourceAction } from "../reserver/actions";

const shownAtOnce = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MySpacePage() {
  const actor = await requirePerson("/mon-espace");
  const [{ coming, past }, proposals, t] = await Promise.all([
    listBookingsOfMember(actor),
    listRebookProposals(actor),
    getTranslations("members"),
  ]);
  return (
    <div className="wrap">
      <PageHead title={actor.name ? t("hello", { name: actor.name }) : t("helloAnonymous")}>
        <a className="btn btn-quiet" href="/mon-espace/profil">
          {t("profile")}
        </a>
      </PageHead>
      {proposals.length > 0 ? (
        <Section id="nouveau" title={t("again")} className="mt-2">
          <p className="muted -mt-3 mb-4">{t("againLead")}</p>
          <RebookRows proposals={proposals} action={bookResourceAction} />
        </Section>
      ) : null}
      <Section id="a-venir" title={t("coming")}>
        {coming.length === 0 ? (
          <EmptyState title={t("none")}>
            <p>{t("noneLead")}</p>
            <a className="btn btn-primary" href="/">
              {t("find")}
            </a>
          </EmptyState>
        ) : (
          <ul className="rows">
            {coming.map((booking) => (
              <BookingLine key={booking.id} booking={booking} isPast={false} />
            ))}
          </ul>
        )}
      </Section>
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
