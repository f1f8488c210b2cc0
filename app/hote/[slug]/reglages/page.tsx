import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SettingsForm } from "@/components/settings/settings-form";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import type { SearchParameters } from "@/lib/bookings/searches/rules";
import { getSettings } from "@/lib/bookings/settings/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { changeSettingsAction } from "./actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/reglages`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [{ space, settings, mark }, t, host, common] = await Promise.all([
    orNotFound(getSettings(actor, slug)),
    getTranslations("settings"),
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
          { label: t("title") },
        ]}
      />
      {query["change"] ? (
        <Message tone="ok" role="status">
          {t("changed")}
        </Message>
      ) : null}
      <SettingsForm slug={slug} settings={settings} mark={mark} action={changeSettingsAction} />
      <p className="mt-8">
        <a href={`/hote/${slug}/postes`}>{t("places")}</a>
      </p>
    </div>
  );
}
