import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeclaredUseReport } from "@/components/declared-use/declared-use-report";
import { CampaignPicks } from "@/components/survey-answers/campaign-picks";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { dayOf } from "@/lib/core/day";
import { formatMonth } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { type DeclaredUse, findDeclaredUse } from "@/lib/reports/declared-use/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("declaredUse"))("title") };
}

const address = "/pilotage/enquete/bilan";
type Props = { searchParams: Promise<{ campagne?: string | string[] }> };

export default async function DeclaredUsePage({ searchParams }: Props) {
  const { campagne } = await searchParams;
  const named = typeof campagne === "string" ? campagne : null;
  const actor = await requirePerson(
    named === null ? address : `${address}?campagne=${encodeURIComponent(named)}`,
  );
  const [found, t, diagnosis, common, language] = await Promise.all([
    orNotFound(findDeclaredUse(actor, named)),
    getTranslations("declaredUse"),
    getTranslations("diagnosis"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: diagnosis("pilotage"), href: "/pilotage" },
          { label: diagnosis("title"), href: "/pilotage/enquete/diagnostic" },
          { label: t("crumb") },
        ]}
      />
      <CampaignPicks
        label={t("campaigns")}
        picks={(found?.campaigns ?? []).map(({ slug, opensAt, timeZone }) => ({
          href: `${address}?campagne=${slug}`,
          isChosen: slug === found?.diagnosis.campaign.slug,
          words: t("campaign", { month: formatMonth(dayOf(opensAt, timeZone), locale) }),
        }))}
      />
      {found?.period && found.use ? (
        <DeclaredUseReport
          found={{ ...found, period: found.period, use: found.use }}
          locale={locale}
        />
      ) : (
        <EmptyState title={t(emptyOf(found))}>
          <a href="/pilotage/enquete/diagnostic">{diagnosis("title")}</a>
        </EmptyState>
      )}
    </div>
  );
}

/** Why there is nothing to compare yet. */
function emptyOf(found: DeclaredUse | null): "none" | "noMonth" | "notCounted" | "noUse" {
  if (!found) return "none";
  if (!found.period) return "noMonth";
  return found.isCounted ? "noUse" : "notCounted";
}
