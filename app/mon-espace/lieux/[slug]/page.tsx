import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/memberships/request-form";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { ContactForm } from "@/components/welcome/contact-form";
import { HouseRulesPanel } from "@/components/welcome/house-rules-panel";
import { StepsList } from "@/components/welcome/steps-list";
import type { PersonActor } from "@/lib/core/actor";
import { findEmergencyContact } from "@/lib/members/emergency-contacts/queries";
import { findCurrentRules, findOwnAcceptance } from "@/lib/members/house-rules/queries";
import { getOwnMembership, type OwnMembership } from "@/lib/members/memberships/queries";
import { slugInput } from "@/lib/members/memberships/schema";
import { listStepsOf } from "@/lib/members/welcome/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  acceptRulesAction,
  leaveSpaceAction,
  removeEmergencyContactAction,
  requestMembershipAction,
  saveEmergencyContactAction,
} from "../actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

const told = ["demande", "parti", "accepte", "contact", "rejoint", "repris"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.own"))("title") };
}

export default async function OwnSpacePage({ params, searchParams }: Props) {
  const [{ slug }, { fait }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/mon-espace/lieux/${slug}`);
  if (!slugInput.safeParse(slug).success) notFound();
  const [own, t, mine, members, common] = await Promise.all([
    orNotFound(getOwnMembership(actor, slug)),
    getTranslations("belonging.space"),
    getTranslations("belonging.own"),
    getTranslations("members"),
    getTranslations("common"),
  ]);
  const done = told.find((key) => key === fait);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={own.name}
        lead={mine(`states.${own.state ?? "none"}`)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: members("title"), href: "/mon-espace" },
          { label: mine("title"), href: "/mon-espace/lieux" },
          { label: own.name },
        ]}
      >
        <a className="btn btn-quiet" href={`/lieux/${slug}`}>
          {t("seeSpace")}
        </a>
      </PageHead>
      <div className="grid gap-6">
        {done ? (
          <Message tone="ok" role="status">
            {t(`told.${done}`)}
          </Message>
        ) : null}
        {own.state === "active" ? (
          <Welcome actor={actor} own={own} />
        ) : (
          <Asking own={own} isJustSaid={done === "demande"} />
        )}
      </div>
    </div>
  );
}

/** Not yet a member, or no longer: the question, or what became of it. */
async function Asking({ own, isJustSaid }: { own: OwnMembership; isJustSaid: boolean }) {
  const t = await getTranslations("belonging.space");
  if (own.state === "requested") {
    return (
      <>
        {isJustSaid ? null : <Message tone="info">{t("requested")}</Message>}
        <ActionForm action={leaveSpaceAction} hidden={{ slug: own.slug }}>
          <SubmitButton className="btn btn-secondary" pending={t("accepting")}>
            {t("withdraw")}
          </SubmitButton>
        </ActionForm>
      </>
    );
  }
  return (
    <>
      {own.state === "declined" ? <Message tone="info">{t("declined")}</Message> : null}
      <RequestForm slug={own.slug} action={requestMembershipAction} />
    </>
  );
}

/** What is left to do, the rules, whom to call, and the way out. */
async function Welcome({ actor, own }: { actor: PersonActor; own: OwnMembership }) {
  const { personId } = actor;
  const [t, rules, contact, all] = await Promise.all([
    getTranslations("belonging.space"),
    findCurrentRules(own.id),
    findEmergencyContact(actor, personId),
    listStepsOf(own.id, [personId]),
  ]);
  const steps = all.get(personId) ?? [];
  const acceptedAt = rules ? await findOwnAcceptance(actor, own.id, rules.version) : null;
  const isAllDone = steps.length > 0 && steps.every(({ isDone }) => isDone);
  return (
    <>
      <Section id="arriver" title={t("steps")} className="mt-2">
        <p className="muted -mt-3 mb-4">{isAllDone ? t("allDone") : t("stepsLead")}</p>
        <StepsList steps={steps} />
      </Section>
      {rules ? (
        <Section id="reglement" title={t("rulesTitle")}>
          <HouseRulesPanel
            slug={own.slug}
            rules={rules}
            acceptedAt={acceptedAt}
            action={acceptRulesAction}
          />
        </Section>
      ) : null}
      <Section id="prevenir" title={t("contactTitle")}>
        <ContactForm
          slug={own.slug}
          contact={contact}
          save={saveEmergencyContactAction}
          remove={removeEmergencyContactAction}
        />
      </Section>
      <section className="panel mt-6" aria-labelledby="partir">
        <h2 id="partir" className="mb-2 text-h3">
          {t("leave")}
        </h2>
        <p className="mb-4">{t("leaveLead")}</p>
        <ActionForm action={leaveSpaceAction} hidden={{ slug: own.slug }}>
          <SubmitButton className="btn btn-danger" pending={t("accepting")}>
            {t("leave")}
          </SubmitButton>
        </ActionForm>
      </section>
    </>
  );
}
