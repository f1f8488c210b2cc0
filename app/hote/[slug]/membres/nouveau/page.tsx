import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { findKeptSpace } from "@/lib/members/memberships/queries";
import { slugInput } from "@/lib/members/memberships/schema";
import { orNotFound } from "@/lib/web/not-found";
import { requirePerson } from "@/lib/web/session";
import { keepPersonAction } from "../actions";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("belonging.keep"))("title") };
}

export default async function KeepPersonPage({ params }: Props) {
  const { slug } = await params;
  const actor = await requirePerson(`/hote/${slug}/membres/nouveau`);
  if (!slugInput.safeParse(slug).success) notFound();
  const [space, t, list, host, common] = await Promise.all([
    orNotFound(findKeptSpace(actor, slug)),
    getTranslations("belonging.keep"),
    getTranslations("belonging.host"),
    getTranslations("host"),
    getTranslations("common"),
  ]);
  const hidden = { slug, personId: crypto.randomUUID() };
  return (
    <div className="wrap max-w-[44rem]">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[
          { label: host("title", { space: space.name }), href: `/hote/${slug}` },
          { label: list("title"), href: `/hote/${slug}/membres` },
          { label: t("title") },
        ]}
      />
      <ActionForm action={keepPersonAction} hidden={hidden} className="grid max-w-[30rem] gap-5">
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          autoComplete="off"
          maxLength={80}
          required
        />
        <TextField
          name="phone"
          type="tel"
          label={t("phone")}
          hint={t("phoneHint")}
          autoComplete="off"
          maxLength={30}
        />
        <p className="small muted">{t("told")}</p>
        <div>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
