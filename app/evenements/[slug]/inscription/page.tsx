import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventSummary } from "@/components/registrations/event-summary";
import { registrationRefusalKeys } from "@/components/registrations/refusals";
import { RegistrationForm } from "@/components/registrations/registration-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { findSharesPresence } from "@/lib/bookings/company/queries";
import type { Actor } from "@/lib/core/actor";
import { type EventView, getEvent } from "@/lib/events/queries";
import { findOwnRegistration } from "@/lib/events/registrations/queries";
import { registrationWindow } from "@/lib/events/windows/rules";
import { now } from "@/lib/infra/clock";
import { orNotFound } from "@/lib/web/not-found";
import { currentActor } from "@/lib/web/session";
import { registerAction } from "../../inscription/actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("eventsRegister.form");
  return { title: t("closedTitle"), robots: { index: false } };
}

/** The form of an event; one's registration when one has it, or why one cannot register now. */
export default async function RegisterPage({ params }: Props) {
  const [{ slug }, actor] = await Promise.all([params, currentActor()]);
  const at = now();
  const event = await orNotFound(getEvent(actor, slug, at));
  const [t, events, common] = await Promise.all([
    getTranslations("eventsRegister.form"),
    getTranslations("events"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap">
      <PageHead
        title={t(event.left === 0 ? "joinTitle" : "title")}
        lead={leadOf(event, at, t)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: events("title"), href: "/evenements" },
          { label: event.title, href: `/evenements/${slug}` },
          { label: t("closedTitle") },
        ]}
      />
      <div className="columns">
        <div className="min-w-0">
          <Registering event={event} actor={actor} at={at} />
        </div>
        <aside>
          <EventSummary event={event} at={at} />
        </aside>
      </div>
    </div>
  );
}

type FormWords = Awaited<ReturnType<typeof getTranslations<"eventsRegister.form">>>;

/** How many seats are left, or that there is the line; nothing when one cannot ask now. */
function leadOf(event: EventView, at: Date, t: FormWords): string | undefined {
  if (registrationWindow(event, at) !== "open" || event.left === null) return undefined;
  return event.left === 0 ? t("fullLead") : t("left", { count: event.left });
}

async function Registering({ event, actor, at }: { event: EventView; actor: Actor; at: Date }) {
  const [t, register, own] = await Promise.all([
    getTranslations("eventsRegister"),
    getTranslations("eventsRegister.form"),
    findOwnRegistration(actor, event, at),
  ]);
  if (own) {
    return (
      <Message tone="info">
        {register("already")}{" "}
        <a href={`/evenements/inscription/${own.token}`}>{register("manage")}</a>
      </Message>
    );
  }
  const window = registrationWindow(event, at);
  if (window !== "open") {
    return (
      <Message tone="info">
        {t(registrationRefusalKeys[window])}{" "}
        <a href={`/evenements/${event.slug}`}>{register("back")}</a>
      </Message>
    );
  }
  const person =
    actor.kind === "person"
      ? {
          ...{ name: actor.name, email: actor.email },
          sharesPresence: await findSharesPresence(actor),
        }
      : null;
  return (
    <RegistrationForm
      action={registerAction}
      event={event}
      formKey={randomUUID()}
      person={person}
    />
  );
}
