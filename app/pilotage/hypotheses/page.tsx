import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssumptionsForm } from "@/components/travel/assumptions-form";
import { AssumptionsVersions } from "@/components/travel/assumptions-versions";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { getAssumptionsHistory } from "@/lib/reports/travel-assumptions/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { changeTravelAssumptionsAction } from "./actions";

type Props = { searchParams: Promise<{ fait?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("travelAssumptions"))("title") };
}

export default async function TravelAssumptionsPage({ searchParams }: Props) {
  const [actor, { fait }] = await Promise.all([
    requirePerson("/pilotage/hypotheses"),
    searchParams,
  ]);
  const [history, t, reports, common] = await Promise.all([
    orNotFound(getAssumptionsHistory(actor)),
    getTranslations("travelAssumptions"),
    getTranslations("reports"),
    getTranslations("common"),
  ]);
  const { version, versions } = history;
  const people = versions.flatMap(({ made }) => (made ? [{ personId: made.personId }] : []));
  noteViews(actor, { spaceId: null, screen: "travel_assumptions", people });
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead", { version })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {fait === "enregistre" ? (
        <Message tone="ok" role="status">
          {t("saved", { version })}
        </Message>
      ) : null}
      <AssumptionsForm key={version} history={history} action={changeTravelAssumptionsAction} />
      <AssumptionsVersions versions={versions} />
    </div>
  );
}
