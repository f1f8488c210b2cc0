import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResourceForm } from "@/components/terms/resource-form";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listHabilitations } from "@/lib/members/habilitations/queries";
import { getResourceToSetUp } from "@/lib/spaces/resources/queries";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { changeResourceAction } from "../actions";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

export default async function ResourcePage({ params }: Props) {
  const { slug, id } = await params;
  const actor = await requirePerson(`/hote/${slug}/postes/${id}`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [{ space, resource, setup, mark, possibleParts }, t, host, common] = await Promise.all([
    orNotFound(getResourceToSetUp(actor, slug, id)),
    getTranslations("terms"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={resource.name}
        lead={t(`kinds.${resource.kind}`)}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title"), href: `/hote/${slug}/postes` },
          { label: resource.name },
        ]}
      />
      <ResourceForm
        {...{ space, setup, possibleParts }}
        habilitations={await listHabilitations()}
        kind={resource.kind}
        today={dayOf(now(), space.calendar.timeZone)}
        action={changeResourceAction}
        known={{ resourceId: resource.id, mark }}
      />
    </div>
  );
}
