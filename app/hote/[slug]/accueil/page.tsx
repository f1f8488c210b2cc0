import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { dayWords } from "@/components/memberships/day-words";
import { ActionForm } from "@/components/ui/action-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { StepEditor } from "@/components/welcome/step-editor";
import { localeOf } from "@/lib/core/locale";
import { findCurrentRules } from "@/lib/members/house-rules/queries";
import { longestRules } from "@/lib/members/house-rules/schema";
import { slugInput } from "@/lib/members/memberships/schema";
import { getWelcome } from "@/lib/members/welcome/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { addStepAction, changeStepAction, publishRulesAction, removeStepAction } from "./actions";

type Query = Partial<Record<"fait" | "version", string | string[]>>;
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.welcome"))("title") };
}

export default async function WelcomePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/accueil`);
  if (!slugInput.safeParse(slug).success) notFound();
  const { space, steps } = await orNotFound(getWelcome(actor, slug));
  const [t, list, host, common] = await Promise.all([
    getTranslations("belonging.welcome"),
    getTranslations("belonging.host"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: list("title"), href: `/hote/${slug}/membres` },
          { label: t("title") },
        ]}
      />
      <Told query={query} />
      <Section id="etapes" title={t("steps")} className="mt-2">
        <StepEditor
          slug={slug}
          steps={steps}
          change={changeStepAction}
          remove={removeStepAction}
          add={addStepAction}
        />
      </Section>
      <Section id="reglement" title={t("rules")}>
        <Rules slug={slug} spaceId={space.id} />
      </Section>
    </div>
  );
}

async function Told({ query }: { query: Query }) {
  const t = await getTranslations("belonging.welcome");
  const version = /^\d{1,6}$/.exec(String(query.version ?? ""))?.[0];
  if (!query.fait && !version) return null;
  return (
    <Message tone="ok" role="status">
      {version ? t("published", { version }) : t("saved")}
    </Message>
  );
}

/** The text in force, and the form that publishes the next one. */
async function Rules({ slug, spaceId }: { slug: string; spaceId: string }) {
  const [rules, t, space, language] = await Promise.all([
    findCurrentRules(spaceId),
    getTranslations("belonging.welcome"),
    getTranslations("belonging.space"),
    getLocale(),
  ]);
  const said = rules
    ? space("rulesVersion", {
        version: String(rules.version),
        day: dayWords(rules.publishedAt, localeOf(language)),
      })
    : t("rulesNone");
  return (
    <>
      <p className="muted -mt-3 mb-2">{t("rulesLead")}</p>
      <p className="small mb-4">{said}</p>
      <ActionForm action={publishRulesAction} hidden={{ slug }} className="grid gap-4">
        <TextAreaField
          name="text"
          label={t("rulesText")}
          maxLength={longestRules}
          rows={14}
          defaultValue={rules?.text ?? ""}
        />
        <div>
          <SubmitButton pending={t("working")}>{t("publish")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
