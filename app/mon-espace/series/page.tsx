import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { patternWords } from "@/components/series/series-words";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { listSeriesOfMember, type SeriesLine } from "@/lib/bookings/series/queries";
import { localeOf } from "@/lib/core/locale";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("series"))("index") };
}

export default async function SeriesListPage() {
  const actor = await requirePerson("/mon-espace/series");
  const [series, t, common] = await Promise.all([
    listSeriesOfMember(actor),
    getTranslations("series"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("index")}
        lead={t("indexLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("mySpace"), href: "/mon-espace" }, { label: t("index") }]}
      />
      {series.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          <a className="btn btn-primary" href="/lieux">
            {t("find")}
          </a>
        </EmptyState>
      ) : (
        <ul className="rows">
          {series.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      <p className="mt-6">
        <a className="btn btn-quiet" href="/mon-espace/absence">
          {t("away")}
        </a>
      </p>
    </div>
  );
}

async function Line({ line }: { line: SeriesLine }) {
  const [t, language] = await Promise.all([getTranslations("series"), getLocale()]);
  const pattern = patternWords(line, localeOf(language), t);
  const counts = [
    t("line", { coming: line.coming }),
    ...(line.refused > 0 ? [t("lineRefused", { count: line.refused })] : []),
  ];
  return (
    <li>
      <div>
        <h2 className="text-h4 font-text font-bold">{pattern}</h2>
        <p className="small muted">
          {t("bookingPlace", { resource: line.resourceName, space: line.spaceName })}
        </p>
        <p className="small">{counts.join(", ")}</p>
      </div>
      <a
        className="btn btn-quiet"
        href={`/mon-espace/series/${line.id}`}
        aria-label={t("seeLabel", { pattern, space: line.spaceName })}
      >
        {t("seeSeries")}
      </a>
    </li>
  );
}
