import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TrialForm } from "@/components/place-imports/trial-form";
import { TrialPlan } from "@/components/place-imports/trial-plan";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { idOf, type SearchParameters } from "@/lib/bookings/searches/rules";
import { existingDay } from "@/lib/core/day";
import { formatDay } from "@/lib/core/format";
import { type Locale, localeOf } from "@/lib/core/locale";
import { findImportPlan } from "@/lib/spaces/place-imports/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { confirmPlacesAction, tryPlacesAction } from "./actions";

const address = "/pilotage/lieux-voisins";

type Props = { searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("placeImports"))("title") };
}

export default async function PlaceImportsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requirePerson(address), searchParams]);
  const [plan, t, common, reports, language] = await Promise.all([
    orNotFound(findImportPlan(actor, idOf(query["essai"]))),
    getTranslations("placeImports"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      {plan?.appliedAt ? (
        <Message tone="ok" role="status">
          {t("applied")}
        </Message>
      ) : null}
      {plan && !plan.appliedAt ? (
        <Section id="essai" title={t("planTitle")}>
          <TrialPlan
            trial={{
              ...{ id: plan.id, lines: plan.lines, refused: plan.refused },
              mark: plan.mark,
              source: plan.sourceTitle,
              date: dateWords(plan.sourceDate, localeOf(language)),
            }}
            action={confirmPlacesAction}
          />
        </Section>
      ) : null}
      {plan ? (
        <p className="mt-8">
          <a href={address}>{t("again")}</a>
        </p>
      ) : (
        <TrialForm action={tryPlacesAction} />
      )}
    </div>
  );
}

function dateWords(date: string, locale: Locale): string {
  const on = existingDay(date);
  return on ? `${formatDay(on, locale)} ${on.slice(0, 4)}` : date;
}
