import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdRows } from "@/components/ads/ad-rows";
import { AdSearchForm } from "@/components/ads/ad-search-form";
import { placeOptions } from "@/components/ads/place-options";
import { VisitorView } from "@/components/ads/visitor-view";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { PageLinks } from "@/components/ui/page-links";
import { Section } from "@/components/ui/section";
import { canUseAds } from "@/lib/members/ads/policy";
import { countOpenAds, listAds } from "@/lib/members/ads/queries";
import { addressOfSearch, isNarrowed, readAdSearch } from "@/lib/members/ads/rules";
import { listCommunes, listSpaceNames } from "@/lib/spaces/queries";
import { currentActor } from "@/lib/web/session";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ads"))("title") };
}

export default async function AdsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([currentActor(), searchParams]);
  if (!canUseAds(actor)) return <VisitorView count={await countOpenAds()} />;
  const search = readAdSearch(query);
  const [{ ads, count, pages }, spaces, communes, t, common] = await Promise.all([
    listAds(actor, search),
    listSpaceNames(),
    listCommunes(),
    getTranslations("ads"),
    getTranslations("common"),
  ]);
  const page = Math.min(search.page, pages);
  const hrefOf = (to: number) => addressOfSearch(search, { page: to });
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: common("mutualHelp"), href: "/membres" }, { label: t("title") }]}
      >
        <p className="flex flex-wrap items-center gap-4">
          <a className="btn btn-primary" href="/annonces/nouvelle">
            <Plus size={18} strokeWidth={1.75} aria-hidden />
            {t("post")}
          </a>
          <a className="btn btn-quiet" href="/mon-espace/annonces">
            {t("own")}
          </a>
        </p>
      </PageHead>
      <AdSearchForm search={search} places={placeOptions(spaces, communes)} />
      <Section
        id="annonces"
        title={t("found", { count })}
        aside={count > 1 ? <span className="small muted">{t("newest")}</span> : null}
        className="mt-8"
      >
        {count > 0 ? <AdRows ads={ads} /> : <Nothing isNarrowed={isNarrowed(search)} />}
        <PageLinks
          label={t("pages.label")}
          current={t("pages.current", { page, pages })}
          previous={page > 1 ? { label: t("pages.previous"), href: hrefOf(page - 1) } : null}
          next={page < pages ? { label: t("pages.next"), href: hrefOf(page + 1) } : null}
        />
      </Section>
    </div>
  );
}

async function Nothing({ isNarrowed: narrowed }: { isNarrowed: boolean }) {
  const t = await getTranslations("ads");
  return (
    <EmptyState title={narrowed ? t("none") : t("empty")}>
      <p>{narrowed ? t("noneLead") : t("emptyLead")}</p>
      <a className="btn btn-secondary" href={narrowed ? "/annonces" : "/annonces/nouvelle"}>
        {narrowed ? t("all") : t("post")}
      </a>
    </EmptyState>
  );
}
