import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Avatar } from "@/components/members/avatar";
import { ActionForm } from "@/components/ui/action-form";
import { FileField } from "@/components/ui/file-field";
import { PageHead } from "@/components/ui/page-head";
import { SubmitButton } from "@/components/ui/submit-button";
import { getOwnProfile } from "@/lib/members/profiles/queries";
import { requirePerson } from "@/lib/web/session";
import { removePhotoAction, savePhotoAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile.photo"))("title") };
}

export default async function PhotoPage() {
  const actor = await requirePerson("/mon-espace/profil/photo");
  const [{ content }, t, profile, common] = await Promise.all([
    getOwnProfile(actor),
    getTranslations("profile.photo"),
    getTranslations("profile"),
    getTranslations("common"),
  ]);
  return (
    <div className="wrap">
      <PageHead
        title={t("title")}
        lead={t("lead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: profile("title"), href: "/mon-espace/profil" }, { label: t("title") }]}
      />
      <div className="profile-photo mb-6">
        <Avatar id={actor.personId} name={content.name} photo={content.photo} isLarge />
        <p>{t(content.photo ? "current" : "none")}</p>
      </div>
      <ActionForm action={savePhotoAction} className="grid max-w-[30rem] gap-5">
        <FileField
          name="photo"
          label={t("file")}
          hint={t("fileHint")}
          accept="image/jpeg,image/png,image/webp"
        />
        <div>
          <SubmitButton pending={t("sending")}>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
      {content.photo ? (
        <ActionForm action={removePhotoAction} className="mt-6">
          <SubmitButton className="btn btn-danger" pending={t("removing")}>
            {t("remove")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
