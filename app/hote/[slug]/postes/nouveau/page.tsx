import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ResourceForm } from "@/components/terms/resource-form";
import { PageHead } from "@/components/ui/page-head";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { type SearchParameters, textOf } from "@/lib/bookings/searches/rules";
import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { listHabilitations } from "@/lib/members/habilitations/queries";
import { getSpaceToSetUp } from "@/lib/spaces/plans/queries";
import { firstSetup } from "@/lib/spaces/resources/rules";
import { resourceKinds } from "@/lib/spaces/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { addResourcesAction } from "../actions";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParameters> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("addTitle") };
}

export default async function NewResourcePage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePerson(`/hote/${slug}/postes/nouveau`);
  if (!spaceSlugInput.safeParse(slug).success) notFound();
  const [space, t, host, common] = await Promise.all([
    orNotFound(getSpaceToSetUp(actor, slug)),
    getTranslations("terms"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const kind = resourceKinds.find((known) => known === textOf(query["type"])) ?? "desk";
  const today = dayOf(now(), space.calendar.timeZone);
  return (
    <div className="wrap max-w-[52rem]">
      <PageHead
        title={t("addTitle")}
        lead={t("addLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: t("title"), href: `/hote/${slug}/postes` },
          { label: t("addTitle") },
        ]}
      />
      <nav aria-label={t("type")}>
        <p className="segmented">
          {resourceKinds.map((each) => (
            <a key={each} href={`?type=${each}`} aria-current={each === kind ? "page" : undefined}>
              {t(`kinds.${each}`)}
            </a>
          ))}
        </p>
      </nav>
      <ResourceForm
        key={kind}
        {...{ space, kind, today }}
        habilitations={await listHabilitations()}
        setup={firstSetup(kind, today)}
        possibleParts={space.resources.map(({ id, name }) => ({ id, name }))}
        action={addResourcesAction}
      />
    </div>
  );
}
