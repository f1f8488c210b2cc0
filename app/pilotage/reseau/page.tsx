import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NetworkForm } from "@/components/privacy/network-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getNetworkSettingsToEdit } from "@/lib/privacy/network-settings/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { updateNetworkAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("legal"))("network.title") };
}

export default async function NetworkSettingsPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([requirePerson("/pilotage/reseau"), searchParams]);
  const [settings, t, common, reports] = await Promise.all([
    orNotFound(getNetworkSettingsToEdit(actor)),
    getTranslations("legal.network"),
    getTranslations("common"),
    getTranslations("reports"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {fait === "enregistre" ? (
        <Message tone="ok" role="status">
          {t("saved")}
        </Message>
      ) : null}
      <NetworkForm settings={settings} action={updateNetworkAction} />
    </div>
  );
}
