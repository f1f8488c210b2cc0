import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { RequestsForm } from "@/components/verbs/requests-form";
import { listRequests } from "@/lib/bookings/requests/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { answerRequestsAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verbs"))("requests.title") };
}

export default async function RequestsPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/demandes`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [{ space, requests }, t, host, common] = await Promise.all([
    orNotFound(listRequests(actor, slug)),
    getTranslations("verbs.requests"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  noteViews(actor, { spaceId: space.id, screen: "requests", people: requests });
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title")}
        lead={t("lead", { count: requests.length })}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title") },
        ]}
      />
      {requests.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      ) : (
        <RequestsForm
          slug={slug}
          timeZone={space.calendar.timeZone}
          requests={requests}
          action={answerRequestsAction}
        />
      )}
    </div>
  );
}
