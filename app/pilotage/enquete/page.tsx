import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CampaignRows } from "@/components/campaigns/campaign-rows";
import { SurveyTools } from "@/components/campaigns/survey-tools";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { localeOf } from "@/lib/core/locale";
import { listCampaigns } from "@/lib/surveys/campaigns/queries";
import { countHeldDays } from "@/lib/surveys/floods/bursts/queries";
import { mayOpenAnswers } from "@/lib/surveys/readers/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("title") };
}

export default async function CampaignsPage() {
  const actor = await requirePerson("/pilotage/enquete");
  const [campaigns, heldDays, answersOpen, t, common, reports, language] = await Promise.all([
    orNotFound(listCampaigns(actor)),
    orNotFound(countHeldDays(actor)),
    mayOpenAnswers(actor),
    getTranslations("campaigns"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      >
        <a className="btn btn-primary" href="/pilotage/enquete/nouvelle">
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {t("new.link")}
        </a>
      </PageHead>
      <Section id="campagnes" title={t("list")}>
        {campaigns.length > 0 ? (
          <CampaignRows campaigns={campaigns} heldDays={heldDays} locale={localeOf(language)} />
        ) : (
          <EmptyState title={t("none")}>
            <p>{t("noneLead")}</p>
          </EmptyState>
        )}
      </Section>
      <Section id="outils" title={t("tools.heading")} className="mt-12">
        <SurveyTools mayOpenAnswers={answersOpen} />
      </Section>
    </div>
  );
}
