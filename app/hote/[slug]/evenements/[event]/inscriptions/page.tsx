import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HostTabs } from "@/components/events/host-tabs";
import { organiserCrumbs } from "@/components/events/organiser-crumbs";
import { HostedForm } from "@/components/registrations/hosted-form";
import { HostedList } from "@/components/registrations/hosted-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { listRegistrations } from "@/lib/events/registrations/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  registerSomebodyAction,
  removeRegistrationAction,
  resizeRegistrationAction,
  restoreRegistrationAction,
} from "./actions";

type Props = {
  params: Promise<{ slug: string; event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("eventsEdit.tabs"))("registrations") };
}

const done = {
  inscrit: "added",
  retire: "removed",
  change: "resized",
  remis: "restored",
} as const;

const verbs = {
  remove: removeRegistrationAction,
  resize: resizeRegistrationAction,
  restore: restoreRegistrationAction,
};

/** Who is registered for an event and what they answered, for its hosts and whoever leads it. */
export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ slug, event: eventSlug }, query] = await Promise.all([params, searchParams]);
  const address = `/hote/${slug}/evenements/${eventSlug}/inscriptions`;
  const actor = await requirePerson(address);
  const at = now();
  const where = { space: slug, event: eventSlug };
  const registrations = await orNotFound(listRegistrations(actor, where, at));
  const { event, rows } = registrations;
  noteViews(actor, { spaceId: event.space.id, screen: "event_registrations", people: rows });
  const [t, common] = await Promise.all([
    getTranslations("eventsRegister.host"),
    getTranslations("common"),
  ]);
  const said = Object.entries(done).find(([word]) => word === query["fait"])?.[1];
  const isToCome = event.state === "published" && event.startsAt > at;
  const title = t("title", { event: event.title });
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={title}
        lead={t("summary", {
          held: event.held,
          total: event.capacity ?? 0,
          waiting: event.waiting,
        })}
        crumbsLabel={common("breadcrumb")}
        crumbs={await organiserCrumbs(actor, event.space, event.title)}
      />
      <HostTabs slug={slug} eventSlug={eventSlug} current="registrations" />
      {said ? (
        <Message tone="ok" role="status">
          {t(said)}
        </Message>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <>
          <HostedList registrations={registrations} where={where} verbs={isToCome ? verbs : null} />
          <p className="no-print mt-6">
            <a href={`${address}/export`} download>
              {t("export")}
            </a>
          </p>
        </>
      )}
      {isToCome && event.needsRegistration ? (
        <HostedForm
          action={registerSomebodyAction}
          where={where}
          formKey={randomUUID()}
          mostPeople={event.mostPeople}
        />
      ) : null}
    </div>
  );
}
