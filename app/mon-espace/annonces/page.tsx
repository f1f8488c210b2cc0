import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdRows } from "@/components/ads/ad-rows";
import { OwnAdGestures } from "@/components/ads/own-ad-gestures";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { listOwnAds } from "@/lib/members/ads/queries";
import { requirePerson } from "@/lib/web/session";
import { closeAdAction, renewAdAction, reopenAdAction } from "../../annonces/actions";

const actions = { close: closeAdAction, reopen: reopenAdAction, renew: renewAdAction };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ads"))("own") };
}

const done = {
  arretee: "mine.closed",
  remise: "mine.reopened",
  prolongee: "mine.renewed",
} as const;

function wordOf(told: string | string[] | undefined) {
  return told === "arretee" || told === "remise" || told === "prolongee" ? done[told] : null;
}

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export default async function OwnAdsPage({ searchParams }: Props) {
  const { fait } = await searchParams;
  const actor = await requirePerson("/mon-espace/annonces");
  const [ads, t, common] = await Promise.all([
    listOwnAds(actor),
    getTranslations("ads"),
    getTranslations("common"),
  ]);
  const word = wordOf(fait);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("own")}
        lead={t("mine.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: common("account"), href: "/mon-espace" }, { label: t("own") }]}
      >
        <a className="btn btn-primary" href="/annonces/nouvelle">
          <Plus size={18} strokeWidth={1.75} aria-hidden />
          {t("mine.write")}
        </a>
      </PageHead>
      {word ? (
        <Message tone="ok" role="status">
          {t(word)}
        </Message>
      ) : null}
      {ads.length > 0 ? (
        <Section id="annonces" title={t("found", { count: ads.length })} className="mt-2">
          <AdRows
            ads={ads}
            gestures={(ad) => <OwnAdGestures ad={ad} actions={actions} answers={ad.answers} />}
          />
        </Section>
      ) : (
        <EmptyState title={t("mine.none")}>
          <p>{t("mine.noneLead")}</p>
          <a className="btn btn-secondary" href="/annonces">
            {t("all")}
          </a>
        </EmptyState>
      )}
    </div>
  );
}
