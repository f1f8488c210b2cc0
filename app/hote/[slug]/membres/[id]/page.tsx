import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { GiveSection } from "@/components/habilitations/give-section";
import { ClaimPanel } from "@/components/kept-people/claim-panel";
import { ComingBookings } from "@/components/kept-people/coming-bookings";
import { ContactOfForm, KeptDetailsForm } from "@/components/kept-people/kept-forms";
import { dayWords } from "@/components/memberships/day-words";
import { MemberVerb } from "@/components/memberships/member-verb";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { HostSteps } from "@/components/welcome/host-steps";
import { lastComings, listComingIn } from "@/lib/bookings/comings/queries";
import { isHostOf, type PersonActor } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { findEmergencyContact } from "@/lib/members/emergency-contacts/queries";
import { listHabilitations, listHabilitationsOf } from "@/lib/members/habilitations/queries";
import { findCurrentRules } from "@/lib/members/house-rules/queries";
import { findKeptPerson } from "@/lib/members/kept-people/queries";
import { getMemberOf } from "@/lib/members/memberships/queries";
import { slugInput } from "@/lib/members/memberships/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import {
  acceptRulesForAction,
  correctKeptPersonAction,
  dropContactOfAction,
  endMembershipAction,
  giveHabilitationAction,
  markStepAction,
  nameContactOfAction,
  renewClaimCodeAction,
  takeBackHabilitationAction,
} from "../actions";

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.host"))("title") };
}

export default async function MemberPage({ params, searchParams }: Props) {
  const [{ slug, id }, { fait }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/membres/${id}`);
  if (!slugInput.safeParse(slug).success || !z.uuid().safeParse(id).success) notFound();
  const at = now();
  const { space, member } = await orNotFound(getMemberOf(actor, { slug, personId: id }));
  noteViews(actor, { spaceId: space.id, screen: "space_people", people: [member] });
  const [comings, kept, rules, t, list, host, common, language] = await Promise.all([
    lastComings(space.id, [id]),
    findKeptPerson(actor, { slug, personId: id }, at),
    findCurrentRules(space.id),
    getTranslations("belonging.person"),
    getTranslations("belonging.host"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const name = member.name || host("nameless");
  const came = comings.get(id);
  const isActive = member.state === "active";
  const facts = [
    list("since", { day: dayWords(member.since, locale) }),
    came ? list("lastComing", { day: dayWords(came, locale) }) : list("neverCame"),
    ...(member.isKept ? [list("kept")] : []),
  ];
  return (
    <div className="wrap max-w-[52rem]">
      <div className="no-print">
        <PageHead
          title={name}
          lead={facts.join(", ")}
          crumbsLabel={common("breadcrumb")}
          crumbs={[
            { label: host("title", { space: space.name }), href: `/hote/${slug}` },
            { label: list("title"), href: `/hote/${slug}/membres` },
            { label: name },
          ]}
        />
        <Told done={fait} name={name} />
        <Section id="venues" title={t("bookings")} className="mt-2">
          <ComingBookings slug={slug} bookings={await listComingIn(space.id, id, at)} />
          <p className="mt-3">
            <a className="btn btn-secondary" href={`/hote/${slug}/semaine?pour=${id}`}>
              {t("book")}
            </a>
          </p>
        </Section>
        <Section id="accueil" title={t("steps")}>
          <HostSteps
            slug={slug}
            personId={id}
            steps={member.steps}
            rulesVersion={isActive ? (rules?.version ?? null) : null}
            mark={markStepAction}
            acceptFor={acceptRulesForAction}
          />
        </Section>
        {isActive ? <Habilitations slug={slug} personId={id} at={at} /> : null}
        <Section id="prevenir" title={t("contact")}>
          <Contact actor={actor} space={space} personId={id} isKept={kept !== null} />
        </Section>
        {kept ? (
          <Section id="coordonnees" title={t("details")}>
            <KeptDetailsForm
              slug={slug}
              personId={id}
              name={member.name}
              phone={kept.phone}
              action={correctKeptPersonAction}
            />
          </Section>
        ) : null}
      </div>
      {kept ? (
        <Section id="carte" title={t("card")}>
          <ClaimPanel
            slug={slug}
            personId={id}
            kept={kept}
            address={joinAddress()}
            action={renewClaimCodeAction}
          />
        </Section>
      ) : null}
      {isActive ? <End slug={slug} personId={id} /> : null}
      {kept ? (
        <section className="panel mt-6 no-print" aria-labelledby="effacer">
          <h2 id="effacer" className="mb-2 text-h3">
            {t("erase")}
          </h2>
          <p className="mb-4">{t("eraseLead")}</p>
          <a className="btn btn-danger" href={`/hote/${slug}/membres/${id}/effacer`}>
            {t("eraseLink")}
          </a>
        </section>
      ) : null}
    </div>
  );
}

async function Habilitations({ slug, personId, at }: { slug: string; personId: string; at: Date }) {
  const [held, habilitations, t] = await Promise.all([
    listHabilitationsOf(personId, at),
    listHabilitations(),
    getTranslations("habilitations.host"),
  ]);
  return (
    <Section id="habilitations" title={t("title")}>
      <GiveSection
        {...{ slug, personId, held, habilitations }}
        give={giveHabilitationAction}
        takeBack={takeBackHabilitationAction}
      />
    </Section>
  );
}

type ContactProps = {
  actor: PersonActor;
  space: { id: string; slug: string };
  personId: string;
  isKept: boolean;
};

/** Whom to call: a host reads it here, and writes it for somebody kept; an admin is told that hosts do. */
async function Contact({ actor, space, personId, isKept }: ContactProps) {
  const t = await getTranslations("belonging.person");
  if (!isHostOf(actor, space.id)) return <p className="muted">{t("contactHidden")}</p>;
  const contact = await findEmergencyContact(actor, personId);
  if (isKept) {
    return (
      <ContactOfForm
        slug={space.slug}
        personId={personId}
        contact={contact}
        save={nameContactOfAction}
        remove={dropContactOfAction}
      />
    );
  }
  if (!contact) return <p className="muted">{t("noContact")}</p>;
  return (
    <p>
      {contact.name}, <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{contact.phone}</a>
    </p>
  );
}

async function Told({ done, name }: { done: string | string[] | undefined; name: string }) {
  if (!done) return null;
  const t = await getTranslations("belonging.person");
  return (
    <Message tone="ok" role="status">
      {done === "ajout" ? t("made", { name }) : t("marked")}
    </Message>
  );
}

/** Where a code is typed, as it is read on paper. */
function joinAddress(): string {
  return `${env().NEXTAUTH_URL}/rejoindre`.replace(/^https?:\/\//, "");
}

async function End({ slug, personId }: { slug: string; personId: string }) {
  const [t, list] = await Promise.all([
    getTranslations("belonging.person"),
    getTranslations("belonging.host"),
  ]);
  return (
    <section className="panel mt-6 no-print" aria-labelledby="fin">
      <h2 id="fin" className="mb-2 text-h3">
        {t("end")}
      </h2>
      <p className="mb-4">{t("endLead")}</p>
      <MemberVerb
        slug={slug}
        personId={personId}
        words={{ label: t("end"), named: t("end"), working: list("working") }}
        action={endMembershipAction}
        className="btn btn-danger"
      />
    </section>
  );
}
