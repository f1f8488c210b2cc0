import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventSummary } from "@/components/registrations/event-summary";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getEvent } from "@/lib/events/queries";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("eventsRegister.form");
  return { title: t("closedTitle"), robots: { index: false } };
}

/** What a visitor reads once their form is sent: the rest is in their mailbox, and in no address. */
export default async function ThanksPage({ params, searchParams }: Props) {
  const [{ slug }, query, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("eventsRegister.thanks"),
  ]);
  const at = now();
  const event = await orNotFound(getEvent(actor, slug, at));
  const waits = query["place"] === "attente";
  return (
    <div className="wrap">
      <PageHead title={t(waits ? "waiting" : "confirmed")} />
      <div className="columns">
        <div className="grid content-start gap-5">
          <Message tone="ok" role="status">
            {t(waits ? "mailWaiting" : "mail")}
          </Message>
          <p className="muted">{t("missing")}</p>
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <a href={`/evenements/${slug}`}>{t("back")}</a>
            <a href="/evenements">{t("agenda")}</a>
          </p>
        </div>
        <aside>
          <EventSummary event={event} at={at} />
        </aside>
      </div>
    </div>
  );
}
