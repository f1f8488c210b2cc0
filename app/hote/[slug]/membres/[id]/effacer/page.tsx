import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { listComingIn } from "@/lib/bookings/comings/queries";
import { now } from "@/lib/infra/clock";
import { findKeptPerson } from "@/lib/members/kept-people/queries";
import { getMemberOf } from "@/lib/members/memberships/queries";
import { slugInput } from "@/lib/members/memberships/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { noteViews } from "@/lib/web/viewed-people";
import { eraseKeptPersonAction } from "../../actions";

type Props = { params: Promise<{ slug: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.erase"))("pageTitle") };
}

/** What erasing somebody kept does, said before the button that does it. */
export default async function EraseKeptPage({ params }: Props) {
  const { slug, id } = await params;
  const actor = await requirePerson(`/hote/${slug}/membres/${id}/effacer`);
  if (!slugInput.safeParse(slug).success || !z.uuid().safeParse(id).success) notFound();
  const at = now();
  const { space, member } = await orNotFound(getMemberOf(actor, { slug, personId: id }));
  if (!(await findKeptPerson(actor, { slug, personId: id }, at))) notFound();
  noteViews(actor, { spaceId: space.id, screen: "space_people", people: [member] });
  const [coming, t, list, host, common] = await Promise.all([
    listComingIn(space.id, id, at),
    getTranslations("belonging.erase"),
    getTranslations("belonging.host"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const name = member.name || host("nameless");
  const page = `/hote/${slug}/membres/${id}`;
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title", { name })}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: list("title"), href: `/hote/${slug}/membres` },
          { label: name, href: page },
          { label: t("pageTitle") },
        ]}
      />
      <ul className="mb-6 grid max-w-measure gap-2">
        <li>{t("goes")}</li>
        <li>{t("coming", { count: coming.length })}</li>
        <li>{t("stays")}</li>
      </ul>
      <ActionForm
        action={eraseKeptPersonAction}
        hidden={{ slug, personId: id }}
        className="flex flex-wrap items-center gap-3"
      >
        <SubmitButton className="btn btn-danger" pending={t("erasing")}>
          {t("erase")}
        </SubmitButton>
        <a className="btn btn-quiet" href={page}>
          {t("cancel")}
        </a>
      </ActionForm>
    </div>
  );
}
