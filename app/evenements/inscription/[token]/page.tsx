import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AfterEvent } from "@/components/registrations/after-event";
import { EventSummary } from "@/components/registrations/event-summary";
import { ManagePeople } from "@/components/registrations/manage-people";
import { ManageVerbs } from "@/components/registrations/manage-verbs";
import { RegistrationState } from "@/components/registrations/registration-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getFeedbackPage } from "@/lib/events/feedback/queries";
import { getRegistration } from "@/lib/events/registrations/queries";
import { registrationWindow } from "@/lib/events/windows/rules";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import {
  cancelOneAction,
  cancelRegistrationAction,
  changeRegistrationAction,
  reopenRegistrationAction,
  takeOfferAction,
} from "../actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("eventsRegister.manage");
  return { title: t("title"), robots: { index: false } };
}

const done = ["inscrit", "attente", "change", "annule", "confirme"] as const;

/** Where the mails lead: how a registration stands and what one can do about it. Opening it changes nothing. */
export default async function RegistrationPage({ params, searchParams }: Props) {
  const [{ token }, query, actor] = await Promise.all([params, searchParams, currentActor()]);
  const at = now();
  const registration = await orNotFound(getRegistration(actor, token, at));
  const [t, events, common] = await Promise.all([
    getTranslations("eventsRegister.manage"),
    getTranslations("events"),
    getTranslations("common"),
  ]);
  const { event, state, onlineUrl, isOver, hasCertificate } = registration;
  const takesFeedback = isOver && (await getFeedbackPage(token, at)).closed === null;
  const said = done.find((word) => word === query["fait"]);
  const isLive = state === "confirmed" || state === "waiting" || state === "offered";
  const mayChange = event.state === "published" && event.startsAt > at;
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: events("title"), href: "/evenements" },
          { label: event.title, href: `/evenements/${event.slug}` },
          { label: t("title") },
        ]}
      />
      <div className="columns">
        <div className="min-w-0">
          {said ? (
            <div className="mb-4">
              <Message tone="ok" role="status">
                {t(`done.${said}`)}
              </Message>
            </div>
          ) : null}
          <RegistrationState registration={registration} />
          <AfterEvent {...{ token, takesFeedback, hasCertificate }} />
          {isLive && !mayChange && !isOver && event.state === "published" ? (
            <p className="muted mt-4">{t("begun")}</p>
          ) : null}
          <div className="mt-5">
            {state === "offered" && mayChange ? <Verbs {...{ registration, at }} /> : null}
          </div>
          {isLive && mayChange ? (
            <ManagePeople
              registration={registration}
              change={changeRegistrationAction}
              cancelOne={cancelOneAction}
            />
          ) : null}
          {state !== "offered" && mayChange ? <Verbs {...{ registration, at }} /> : null}
        </div>
        <aside>
          <EventSummary event={event} at={at} onlineUrl={onlineUrl} />
        </aside>
      </div>
    </div>
  );
}

function Verbs({
  registration,
  at,
}: {
  registration: Awaited<ReturnType<typeof getRegistration>>;
  at: Date;
}) {
  return (
    <ManageVerbs
      registration={registration}
      isOpen={registrationWindow(registration.event, at) === "open"}
      take={takeOfferAction}
      cancel={cancelRegistrationAction}
      reopen={reopenRegistrationAction}
    />
  );
}
