import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { findCampaignToHearOf } from "@/lib/surveys/campaigns/queries";
import { contactWishes } from "@/lib/surveys/contacts/schema";
import { askContactAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("survey"))("contact.title") };
}

/** To hear of what follows: apart from the answers, on a page that does not know them. */
export default async function ContactPage({ searchParams }: Props) {
  const [t, campaign, parameters] = await Promise.all([
    getTranslations("survey.contact"),
    findCampaignToHearOf(),
    searchParams,
  ]);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead title={t("title")} lead={t("lead")} />
      {parameters["envoye"] === "1" ? (
        <Message tone="ok" role="status">
          {t("sent")}
        </Message>
      ) : null}
      {campaign ? (
        <ContactForm campaign={campaign.slug} />
      ) : (
        <EmptyState title={t("none")}>
          <a href="/lieux">{t("places")}</a>
        </EmptyState>
      )}
    </div>
  );
}

async function ContactForm({ campaign }: { campaign: string }) {
  const t = await getTranslations("survey.contact");
  return (
    <ActionForm action={askContactAction} hidden={{ campaign }} className="mt-6 grid gap-6">
      <CheckList
        name="wishes"
        legend={t("wishes")}
        options={contactWishes.map((value) => ({ value, label: t(`wish.${value}`) }))}
        defaultValues={[]}
      />
      <TextField name="email" type="email" label={t("email")} autoComplete="email" required />
      <TextField name="firstName" label={t("firstName")} maxLength={60} autoComplete="given-name" />
      <TextField name="commune" label={t("commune")} hint={t("communeHint")} maxLength={120} />
      <CheckList
        name="consent"
        legend={t("consentTitle")}
        options={[{ value: "1", label: t("consent") }]}
        defaultValues={[]}
      />
      <div className="survey-trap" aria-hidden="true">
        <label htmlFor="website">{t("trap")}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <div>
        <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
