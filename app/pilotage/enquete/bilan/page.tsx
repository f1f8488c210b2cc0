import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DeclaredUseReport } from "@/components/declared-use/declared-use-report";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { type DeclaredUse, findDeclaredUse } from "@/lib/reports/declared-use/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("declaredUse"))("title") };
}

export default async function DeclaredUsePage() {
  const actor = await requirePerson("/pilotage/enquete/bilan");
  const [found, t, diagnosis, common, language] = await Promise.all([
    orNotFound(findDeclaredUse(actor)),
    getTranslations("declaredUse"),
    getTranslations("diagnosis"),
    getTranslations("common"),
    getLocale(),
  ]);
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
      {found?.period && found.use ? (
        <DeclaredUseReport
          found={{ ...found, period: found.period, use: found.use }}
          locale={localeOf(language)}
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
function emptyOf(found: DeclaredUse | null): "none" | "noMonth" | "noUse" {
  if (!found) return "none";
  return found.period ? "noUse" : "noMonth";
}
