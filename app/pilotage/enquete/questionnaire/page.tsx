import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { versionPages } from "@/components/questionnaires/addresses";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { listVersions } from "@/lib/surveys/versions/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionnaires"))("title") };
}

export default async function QuestionnairesPage() {
  const actor = await requirePerson("/pilotage/enquete/questionnaire");
  const [versions, t, campaigns, common, language] = await Promise.all([
    orNotFound(listVersions(actor)),
    getTranslations("questionnaires"),
    getTranslations("campaigns"),
    getTranslations("common"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: campaigns("title"), href: "/pilotage/enquete" }, { label: t("title") }]}
      />
      {versions.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <ul className="rows">
          {versions.map((line) => (
            <li key={`${line.survey} ${line.version}`}>
              <div className="campaign-what">
                <h2 className="text-h4">
                  <a href={versionPages(line).version}>
                    {t("versionOf", { title: line.title[locale], version: line.version })}
                  </a>
                </h2>
                <p className="small muted">{t("answers", { count: line.responses })}</p>
              </div>
              <span className="tag">{t(line.isKept ? "keptLine" : "draftLine")}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
