import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { PlanEditor } from "@/components/host/plan-editor";
import { Floor } from "@/components/spaces/floor";
import { ActionForm } from "@/components/ui/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { localeOf } from "@/lib/core/locale";
import { getSpaceToSetUp } from "@/lib/spaces/plans/queries";
import { shortName, sizeOf } from "@/lib/spaces/plans/rules";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { placeResourcesAction } from "./actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("board"))("plan.pageTitle") };
}

export default async function PlanPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/plan`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [{ plan, name, resources }, t, host, common, language] = await Promise.all([
    orNotFound(getSpaceToSetUp(actor, slug)),
    getTranslations("board"),
    getTranslations("host"),
    getTranslations("common"),
    getLocale(),
  ]);
  return (
    <div className="wrap max-w-[60rem]">
      <PageHead
        title={t("plan.pageTitle")}
        lead={t("plan.lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: name }), href: `/hote/${slug}` },
          { label: t("plan.pageTitle") },
        ]}
      />
      {plan === null ? (
        <EmptyState title={t("plan.none")}>
          <p>{t("plan.noneLead")}</p>
        </EmptyState>
      ) : (
        <ActionForm action={placeResourcesAction} hidden={{ slug }} className="grid gap-5">
          <p className="small muted">
            {t("plan.hint", { width: plan.width, height: plan.height })}
          </p>
          <PlanEditor
            plan={plan}
            resources={resources.map((resource) => ({
              id: resource.id,
              name: resource.name,
              short: shortName(resource.name, resource.kind),
              ...sizeOf(resource.kind),
              x: resource.plan?.x ?? null,
              y: resource.plan?.y ?? null,
            }))}
            floor={<Floor plan={plan} locale={localeOf(language)} />}
            words={{
              region: t("plan.region"),
              resource: t("plan.resource"),
              left: t("plan.left"),
              top: t("plan.top"),
              x: t.raw("plan.x"),
              y: t.raw("plan.y"),
              handle: t.raw("plan.handle"),
            }}
          />
          <div>
            <SubmitButton pending={t("plan.saving")}>{t("plan.save")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </div>
  );
}
