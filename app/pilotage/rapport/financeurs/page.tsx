import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/ui/page-head";
import { localeOf } from "@/lib/core/locale";
import { listPacks } from "@/lib/reports/packs/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportFiles.packs"))("title") };
}

export default async function PacksPage() {
  const actor = await requirePerson("/pilotage/rapport/financeurs");
  const [packs, t, common, reports, language] = await Promise.all([
    orNotFound(listPacks(actor)),
    getTranslations("reportFiles.packs"),
    getTranslations("common"),
    getTranslations("reports"),
    getLocale(),
  ]);
  const locale = localeOf(language);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: reports("pageTitle"), href: "/pilotage" }, { label: t("title") }]}
      />
      <ul className="packs">
        {packs.map(({ id, name, about, lines }) => (
          <li key={id} className="panel">
            <h2>
              <a href={`/pilotage/rapport/financeurs/${id}`}>{name[locale]}</a>
            </h2>
            <p>{about[locale]}</p>
            <p className="small muted">{t("count", { count: lines.length })}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
