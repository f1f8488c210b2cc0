import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IndicatorDefinition } from "@/components/indicators/indicator-definition";
import { getFigureWords } from "@/components/reports/figure-words";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { catalogue, families } from "@/lib/reports/indicators/catalogue/rules";
import { commonTerms, definitionsVersion, indicatorIds } from "@/lib/reports/indicators/schema";
import { canReadReports } from "@/lib/reports/policy";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("title") };
}

export default async function DefinitionsPage() {
  const actor = await requirePerson("/pilotage/definitions");
  if (!canReadReports(actor)) notFound();
  const [t, common, reports, figures, assumptions] = await Promise.all([
    getTranslations("indicators"),
    getTranslations("common"),
    getTranslations("reports"),
    getFigureWords(),
    getTranslations("travelAssumptions"),
  ]);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead", { version: definitionsVersion })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      <Section id="mots" title={t("common")}>
        <dl className="terms common-terms">
          {commonTerms.map((term) => (
            <div key={term}>
              <dt>{t(`commonList.${term}.term`)}</dt>
              <dd>{t(`commonList.${term}.words`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {families.map((family) => (
        <Section key={family} id={`famille-${family}`} title={t(`families.${family}`)}>
          {indicatorIds
            .filter((id) => catalogue[id].family === family)
            .map((id) => (
              <IndicatorDefinition key={id} id={id} figures={figures} />
            ))}
          {family === "travel" ? (
            <p>
              <a href="/pilotage/hypotheses">{assumptions("link")}</a>
            </p>
          ) : null}
        </Section>
      ))}
    </div>
  );
}
