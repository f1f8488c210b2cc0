import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResourceList } from "@/components/terms/resource-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Message } from "@/components/ui/message";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { getSpaceToSetUp } from "@/lib/spaces/plans/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default async function ResourcesPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/postes`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [space, t, host, common] = await Promise.all([
    orNotFound(getSpaceToSetUp(actor, slug)),
    getTranslations("terms"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const done = doneWords(query, t);
  const add = (
    <a className="btn btn-secondary" href={`/hote/${slug}/postes/nouveau`}>
      {t("add")}
    </a>
  );
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title") },
        ]}
      >
        {space.resources.length > 0 ? add : null}
      </PageHead>
      {done ? (
        <Message tone="ok" role="status">
          {done}
        </Message>
      ) : null}
      {space.resources.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
          {add}
        </EmptyState>
      ) : (
        <ResourceList space={space} today={dayOf(now(), space.calendar.timeZone)} />
      )}
    </div>
  );
}

/** What has just been done, as the address says it. */
function doneWords(
  query: SearchParameters,
  t: Awaited<ReturnType<typeof getTranslations<"terms">>>,
): string | null {
  const added = textOf(query["ajout"]);
  if (/^[1-9]\d?$/.test(added)) return t("added", { count: Number(added) });
  return query["change"] ? t("changed") : null;
}
