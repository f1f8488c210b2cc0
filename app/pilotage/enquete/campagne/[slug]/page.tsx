import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AmendForm } from "@/components/campaigns/amend-form";
import { BurstList } from "@/components/campaigns/burst-list";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { CampaignLinks } from "@/components/campaigns/campaign-links";
import { PartnerList } from "@/components/campaigns/partner-list";
import { stateTones } from "@/components/campaigns/state-tones";
import { TextsForm } from "@/components/campaigns/texts-form";
import { VerbForm } from "@/components/campaigns/verb-form";
import { windowWords } from "@/components/campaigns/window-words";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Pill } from "@/components/ui/pill";
import { Section } from "@/components/ui/section";
import { localeOf } from "@/lib/core/locale";
import { listLaterVersions } from "@/lib/surveys/amendments/queries";
import { mayAmend } from "@/lib/surveys/amendments/rules";
import { verbsOf } from "@/lib/surveys/campaigns/changes/rules";
import { campaignSlug } from "@/lib/surveys/campaigns/changes/schema";
import { getRunningCampaign } from "@/lib/surveys/campaigns/queries";
import { wallWindowOf } from "@/lib/surveys/campaigns/rules";
import { listBursts } from "@/lib/surveys/floods/bursts/queries";
import { listVersions } from "@/lib/surveys/versions/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import {
  addPartnerAction,
  amendCampaignAction,
  changeCampaignAction,
  changeTextsAction,
  decideBurstAction,
  removePartnerAction,
  sayCampaignVerbAction,
} from "./actions";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("one.title") };
}

export default async function CampaignPage({ params, searchParams }: Props) {
  const [{ slug }, { fait }] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/pilotage/enquete/campagne/${slug}`);
  if (!campaignSlug.safeParse(slug).success) notFound();
  const campaign = await orNotFound(getRunningCampaign(actor, slug));
  const [versions, bursts, later, t, common, language] = await Promise.all([
    orNotFound(listVersions(actor)),
    orNotFound(listBursts(actor, slug)),
    mayAmend(campaign.state) ? orNotFound(listLaterVersions(actor, slug)) : [],
    getTranslations("campaigns"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const { state, timeZone, survey, questionnaire, responses, hasAnswers } = campaign;
  const window = windowWords(campaign, locale);
  const asked = { survey, version: questionnaire.version };
  const hidden = { slug, revision: String(campaign.revision) };
  const mayAskOther = state === "draft" && !hasAnswers;
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("period", window)}
        lead={t(`leads.${state}`, window)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/pilotage/enquete" }, { label: t("one.title") }]}
      />
      {fait ? (
        <Message tone="ok" role="status">
          {t("saved")}
        </Message>
      ) : null}
      <div className="campaign-facts">
        <Pill tone={stateTones[state]}>{t(`states.${state}`)}</Pill>
        <span>{t("facts", { version: asked.version, count: responses })}</span>
      </div>
      <CampaignLinks slug={slug} state={state} asked={asked} />
      <Section id="etat" title={t("one.state")} className="mt-10">
        <VerbForm
          slug={slug}
          verbs={verbsOf({ state, hasAnswers })}
          heldDays={bursts.filter(({ isHeld }) => isHeld).length}
          action={sayCampaignVerbAction}
        />
      </Section>
      <BurstList slug={slug} bursts={bursts} action={decideBurstAction} locale={locale} />
      <Section id="reglages" title={t("one.settings")}>
        <CampaignForm
          action={changeCampaignAction}
          hidden={hidden}
          window={wallWindowOf(campaign, timeZone)}
          contactEmail={campaign.contactEmail}
          versions={mayAskOther ? versions : []}
          chosen={asked}
          locale={locale}
          submit={t("form.save")}
        />
      </Section>
      <AmendForm
        action={amendCampaignAction}
        hidden={hidden}
        asked={asked}
        later={later}
        locale={locale}
      />
      <Section id="textes" title={t("one.texts")}>
        <p className="muted mb-4 max-w-measure">{t("one.textsLead")}</p>
        <TextsForm action={changeTextsAction} hidden={hidden} texts={campaign.texts} />
      </Section>
      <Section id="partenaires" title={t("partners.title")}>
        <PartnerList
          slug={slug}
          partners={campaign.partners}
          actions={{ add: addPartnerAction, remove: removePartnerAction }}
        />
      </Section>
    </div>
  );
}
