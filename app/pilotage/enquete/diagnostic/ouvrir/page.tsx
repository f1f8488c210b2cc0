import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ScenarioForm } from "@/components/diagnosis/scenario-form";
import { ScenarioResult } from "@/components/diagnosis/scenario-result";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { isStaff } from "@/lib/core/actor";
import { localeOf } from "@/lib/core/locale";
import { listNamedCommunes } from "@/lib/surveys/answers/queries";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import { getScenario } from "@/lib/surveys/diagnosis/scenarios/queries";
import { type ScenarioInput, scenarioInput } from "@/lib/surveys/diagnosis/scenarios/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

const address = "/pilotage/enquete/diagnostic/ouvrir";
const usualDesks = "8";

type Asked = {
  commune?: string | string[];
  postes?: string | string[];
  campagne?: string | string[];
};
type Props = { searchParams: Promise<Asked> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diagnosis"))("scenario.title") };
}

export default async function ScenarioPage({ searchParams }: Props) {
  const { commune = "", postes = "", campagne } = await searchParams;
  const actor = await requirePerson(address);
  if (!isStaff(actor)) notFound();
  const [t, common, named, campaign] = await Promise.all([
    getTranslations("diagnosis"),
    getTranslations("common"),
    listNamedCommunes(),
    findChosenCampaign(campagne),
  ]);
  const communes = named.filter(({ isMember }) => isMember);
  const read = scenarioInput.safeParse({ commune, desks: postes });
  const isKnown = read.success && communes.some(({ insee }) => insee === read.data.commune);
  const isAsked = commune !== "" || postes !== "";
  return (
    <div className="wrap">
      <PageHead
        title={t("scenario.title")}
        lead={t("scenario.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: t("pilotage"), href: "/pilotage" },
          {
            label: t("title"),
            href: `/pilotage/enquete/diagnostic${campaign ? `?campagne=${campaign.slug}` : ""}`,
          },
          { label: t("scenario.crumb") },
        ]}
      />
      {campaign ? (
        <ScenarioForm
          campaign={campaign.slug}
          communes={communes}
          commune={textOf(commune)}
          desks={textOf(postes) || usualDesks}
          isWrong={isAsked && !isKnown}
        />
      ) : (
        <EmptyState title={t("noCampaign")}>
          <a href="/pilotage">{t("pilotage")}</a>
        </EmptyState>
      )}
      {campaign && isKnown ? <Answer slug={campaign.slug} asked={read.data} /> : null}
    </div>
  );
}

async function Answer({ slug, asked }: { slug: string; asked: ScenarioInput }) {
  const actor = await requirePerson(address);
  const [answer, t, survey, language] = await Promise.all([
    orNotFound(getScenario(actor, { ...asked, slug })),
    getTranslations("diagnosis"),
    getTranslations("survey"),
    getLocale(),
  ]);
  const context = { diagnosis: answer.diagnosis, t, survey, locale: localeOf(language) };
  return <ScenarioResult {...{ answer, context }} desks={asked.desks} />;
}

/** What was typed once; a name given twice in an address is nothing. */
function textOf(asked: string | string[]): string {
  return typeof asked === "string" ? asked : "";
}
