import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HostEventList } from "@/components/events/host-event-list";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { listHostEvents } from "@/lib/events/hosted/queries";
import { canDo } from "@/lib/events/policy";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit.list"))("title") };
}

const done = { annonce: "published", annule: "cancelled", abandonne: "given_up" } as const;

export default async function HostEventsPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/evenements`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [events, t, common] = await Promise.all([
    orNotFound(listHostEvents(actor, slug, now())),
    getTranslations("eventsEdit.list"),
    getTranslations("common"),
  ]);
  const said = Object.entries(done).find(([word]) => word === textOf(query["fait"]))?.[1];
  const { space, coming, drafts, proposed } = events;
  const add = (
    <a className="btn btn-secondary" href={`/hote/${slug}/evenements/nouveau`}>
      {t("new")}
    </a>
  );
  const isEmpty = coming.length + drafts.length + proposed.length === 0;
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, space)}
      >
        {isEmpty ? null : add}
      </PageHead>
      {said ? (
        <Message tone="ok" role="status">
          {t(said)}
        </Message>
      ) : null}
      {isEmpty ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          {add}
        </EmptyState>
      ) : null}
      <HostEventList events={events} readsPeople={canDo(actor, "people", { spaceId: space.id })} />
    </div>
  );
}
