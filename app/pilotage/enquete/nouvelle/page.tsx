import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CampaignForm } from "@/components/campaigns/campaign-form";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { findLastCampaign } from "@/lib/surveys/campaigns/queries";
import { listVersions } from "@/lib/surveys/versions/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { createCampaignAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("campaigns"))("new.title") };
}

export default async function NewCampaignPage() {
  const actor = await requirePerson("/pilotage/enquete/nouvelle");
  const versions = await orNotFound(listVersions(actor));
  const [last, t, common, language] = await Promise.all([
    findLastCampaign(actor),
    getTranslations("campaigns"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("new.title")}
        lead={t("new.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/pilotage/enquete" }, { label: t("new.title") }]}
      />
      <CampaignForm
        action={createCampaignAction}
        hidden={{ campaignId: crypto.randomUUID() }}
        window={null}
        contactEmail={last?.contactEmail ?? ""}
        versions={versions}
        chosen={last ?? versions[0]}
        locale={localeOf(language)}
        submit={t("new.create")}
      />
    </div>
  );
}
