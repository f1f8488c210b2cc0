import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { getOwnProfile } from "@/lib/members/queries";
import { listCommunes } from "@/lib/spaces/queries";
import { requirePerson } from "@/lib/web/session";
import { signOutAction, signOutEverywhereAction } from "../../connexion/actions";
import { updateProfileAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("profile") };
}

export default async function ProfilePage() {
  const actor = await requirePerson("/mon-espace/profil");
  const [profile, communes, t, common, keys] = await Promise.all([
    getOwnProfile(actor),
    listCommunes(),
    getTranslations("members"),
    getTranslations("common"),
    getTranslations("keys"),
  ]);
  const options = [
    { value: "", label: t("noCommune") },
    ...communes.map(({ insee, name }) => ({ value: insee, label: name })),
  ];
  return (
    <div className="wrap">
      <PageHead
        title={t("profile")}
        lead={t("profileLead")}
        crumbsLabel={common("breadcrumb")}
        crumbs={[{ label: t("title"), href: "/mon-espace" }, { label: t("profile") }]}
      />
      <ActionForm action={updateProfileAction} className="grid max-w-[30rem] gap-5">
        <TextField
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          defaultValue={profile.name}
          maxLength={80}
          autoComplete="name"
          required
        />
        <SelectField
          name="commune"
          label={t("commune")}
          hint={t("communeHint")}
          options={options}
          defaultValue={profile.commune ?? ""}
        />
        {profile.email ? (
          <p className="small muted">{t("email", { email: profile.email })}</p>
        ) : null}
        <div>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
      <p className="mt-6">
        <a href="/mon-espace/cles">{keys("link")}</a>
      </p>
      <Section id="connexions" title={t("sessions")}>
        <div className="flex flex-wrap gap-4">
          <ActionForm action={signOutAction}>
            <SubmitButton className="btn btn-secondary" pending={t("signingOut")}>
              {t("signOut")}
            </SubmitButton>
          </ActionForm>
          <ActionForm action={signOutEverywhereAction}>
            <SubmitButton className="btn btn-danger" pending={t("signingOut")}>
              {t("signOutEverywhere")}
            </SubmitButton>
          </ActionForm>
        </div>
      </Section>
    </div>
  );
}
