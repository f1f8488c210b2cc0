import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { HeldNote } from "@/components/campaigns/held-note";
import { windowWords } from "@/components/campaigns/window-words";
import { AssumptionsForm } from "@/components/diagnosis/assumptions-form";
import { DrawnMetric } from "@/components/diagnosis/drawn-metric";
import { metricSheets } from "@/components/diagnosis/sheets/metric-sheets";
import type { SheetContext } from "@/components/diagnosis/sheets/sheet-words";
import { TakeAway } from "@/components/diagnosis/take-away";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { type Actor, isStaff } from "@/lib/core/actor";
import type { Locale } from "@/lib/core/locale";
import { localeOf } from "@/lib/core/locale";
import { now } from "@/lib/infra/clock";
import { findChosenCampaign } from "@/lib/surveys/campaigns/choices/queries";
import { markOfValues } from "@/lib/surveys/diagnosis/commands";
import { type Diagnosis, getDiagnosis } from "@/lib/surveys/diagnosis/queries";
import { valuesOf } from "@/lib/surveys/diagnosis/rules";
import { countHeldDays } from "@/lib/surveys/floods/bursts/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { changeAssumptionsAction } from "./actions";

const address = "/pilotage/enquete/diagnostic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diagnosis"))("title") };
}

type Props = { searchParams: Promise<{ campagne?: string | string[] }> };

export default async function DiagnosisPage({ searchParams }: Props) {
  const { campagne } = await searchParams;
  const actor = await requirePerson(
    typeof campagne === "string" ? `${address}?campagne=${encodeURIComponent(campagne)}` : address,
  );
  const [diagnosis, heldDays, t, common, language] = await Promise.all([
    readDiagnosis(actor, campagne),
    orNotFound(countHeldDays(actor)),
    getTranslations("diagnosis"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  const crumbs = [{ label: t("pilotage"), href: "/pilotage" }, { label: t("title") }];
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={diagnosis ? leadOf(diagnosis, t, locale) : undefined}
        crumbs={crumbs}
        crumbsLabel={common("breadcrumb")}
      />
      {diagnosis ? (
        <HeldNote slug={diagnosis.campaign.slug} days={heldDays.get(diagnosis.campaign.slug)} />
      ) : null}
      {diagnosis ? (
        <Figures diagnosis={diagnosis} locale={locale} />
      ) : (
        <EmptyState title={t("noCampaign")}>
          <a href="/pilotage">{t("pilotage")}</a>
        </EmptyState>
      )}
    </div>
  );
}

/** How many answered, and when: there may be several campaigns. */
function leadOf({ base, campaign }: Diagnosis, t: SheetContext["t"], locale: Locale): string {
  const window = t("campaign", windowWords(campaign, locale));
  return `${t("lead", { count: base })} ${window}`;
}

async function readDiagnosis(actor: Actor, named: unknown): Promise<Diagnosis | null> {
  if (!isStaff(actor)) notFound();
  const campaign = await findChosenCampaign(named);
  return campaign && orNotFound(getDiagnosis(actor, campaign.slug));
}

/** What was declared beside what came of it: of this survey once it closed, else of the last that did. */
function comparisonOf({ slug, closesAt }: Diagnosis["campaign"]): string {
  const page = "/pilotage/enquete/bilan";
  return closesAt <= now() ? `${page}?campagne=${slug}` : page;
}

async function Figures({ diagnosis, locale }: { diagnosis: Diagnosis; locale: Locale }) {
  const [t, survey, declaredUse] = await Promise.all([
    getTranslations("diagnosis"),
    getTranslations("survey"),
    getTranslations("declaredUse"),
  ]);
  const { campaign, assumptions } = diagnosis;
  if (!diagnosis.isEnough) {
    return (
      <EmptyState title={t(diagnosis.isForgotten ? "forgotten" : "tooFew")}>
        <a href="/pilotage">{t("pilotage")}</a>
      </EmptyState>
    );
  }
  const context = { diagnosis, t, survey, locale };
  const sheets = metricSheets(context);
  return (
    <>
      <p className="small muted max-w-measure">{t("batches", { summed: diagnosis.summed })}</p>
      <TakeAway address={address} campaign={campaign.slug} locale={locale} />
      <Section id="et-si" title={t("scenario.link")} className="no-print mt-10">
        <p className="mb-4 max-w-measure">{t("scenario.linkLead")}</p>
        <a className="btn btn-secondary" href={`${address}/ouvrir?campagne=${campaign.slug}`}>
          {t("scenario.ask")}
        </a>{" "}
        <a className="btn btn-quiet" href={comparisonOf(campaign)}>
          {declaredUse("link")}
        </a>
      </Section>
      {sheets.map((sheet) => (
        <DrawnMetric key={sheet.id} sheet={sheet} diagnosis={diagnosis} locale={locale} />
      ))}
      <AssumptionsForm
        context={context}
        mark={markOfValues(valuesOf(campaign.questionnaire, assumptions))}
        action={changeAssumptionsAction}
      />
    </>
  );
}
