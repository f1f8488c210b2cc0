import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnNamings } from "@/components/events/own-namings";
import { OwnProposals } from "@/components/events/own-proposals";
import { OwnEvents } from "@/components/registrations/own-events";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { listOwnProposals } from "@/lib/events/proposals/queries";
import { listOwnEvents } from "@/lib/events/registrations/queries";
import { listOwnNamings } from "@/lib/events/speakers/queries";
import { now } from "@/lib/infra/clock";
import { requirePerson } from "@/lib/web/session";
import { answerNamingAction, withdrawProposalAction } from "./actions";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsOwn"))("title") };
}

const done = { accepte: "accepted", decline: "declined", retire: "withdrawn" } as const;

/** What one has to do with events: asked to lead, leads, registered for, proposed. */
export default async function OwnEventsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson("/mon-espace/evenements"), searchParams]);
  const at = now();
  const [namings, events, proposals, t, members, common] = await Promise.all([
    listOwnNamings(actor, at),
    listOwnEvents(actor, at),
    listOwnProposals(actor, at),
    getTranslations("eventsOwn"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const said = Object.entries(done).find(([word]) => word === textOf(query["fait"]))?.[1];
  const { asked, leads } = namings;
  const isEmpty = [asked, leads, events, proposals].every(({ length }) => length === 0);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: members("title"), href: "/mon-espace" }, { label: t("title") }]}
      />
      {said ? (
        <Message tone="ok" role="status">
          {t(`done.${said}`)}
        </Message>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : null}
      <OwnNamings part="asked" namings={asked} at={at} action={answerNamingAction} />
      <OwnEvents events={events} isAmongOthers />
      <OwnNamings part="leads" namings={leads} at={at} action={answerNamingAction} />
      <OwnProposals proposals={proposals} action={withdrawProposalAction} />
      <p className="mt-10 flex flex-wrap gap-4">
        <a className="btn btn-secondary" href="/evenements">
          {t("agenda")}
        </a>
        <a className="btn btn-quiet" href="/evenements/proposer">
          {members("tools.proposeEvent")}
        </a>
      </p>
    </div>
  );
}
