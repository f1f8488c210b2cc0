import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { type Audiences, audienceNames, type ProfileField } from "@/lib/members/audiences/schema";
import { languageCodes, type ProfileContent, situations } from "@/lib/members/profiles/schema";
import { themes } from "@/lib/members/themes/schema";
import { Avatar } from "./avatar";

type ProfileFormProps = {
  id: string;
  content: ProfileContent;
  audiences: Audiences;
  sharesPresence: boolean;
  email: string | null;
  communes: { insee: string; name: string }[];
  spaces: { id: string; name: string }[];
  save: FormAction;
};

/** The whole profile in one form: under each field, who sees it. */
export async function ProfileForm(props: ProfileFormProps) {
  const t = await getTranslations("profile");
  return (
    <ActionForm action={props.save} className="profile-form">
      <About {...props} />
      <Help {...props} />
      <Where {...props} />
      <div className="mt-6">
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type WithAudienceProps = { field: ProfileField; audiences: Audiences; children: ReactNode };

/** A field with the choice of who sees it beside it. */
async function WithAudience({ field, audiences, children }: WithAudienceProps) {
  const t = await getTranslations("profile");
  return (
    <div className="profile-line">
      {children}
      <SelectField
        name={`audience_${field}`}
        label={t("whoSees", { field: t(`fields.${field}`) })}
        options={audienceNames.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        defaultValue={audiences[field] ?? "me"}
      />
    </div>
  );
}

async function About({ id, content, audiences, email, communes }: ProfileFormProps) {
  const t = await getTranslations("profile");
  return (
    <Section id="presentation" title={t("about")}>
      <WithAudience field="name" audiences={audiences}>
        <TextField
          name="name"
          label={t("fields.name")}
          hint={t("hints.name")}
          defaultValue={content.name}
          maxLength={80}
          autoComplete="name"
          required
        />
      </WithAudience>
      {email ? <p className="small muted">{t("email", { email })}</p> : null}
      <WithAudience field="photo" audiences={audiences}>
        <div className="profile-photo">
          <Avatar id={id} name={content.name} photo={content.photo} />
          <p>
            <b>{t("fields.photo")}</b>
            <br />
            <a className="inline-flex min-h-11 items-center" href="/mon-espace/profil/photo">
              {t(content.photo ? "photo.change" : "photo.add")}
            </a>
          </p>
        </div>
      </WithAudience>
      <WithAudience field="activity" audiences={audiences}>
        <TextField
          name="activity"
          label={t("fields.activity")}
          hint={t("hints.activity")}
          defaultValue={content.activity ?? ""}
          maxLength={120}
        />
      </WithAudience>
      <WithAudience field="situation" audiences={audiences}>
        <SelectField
          name="situation"
          label={t("fields.situation")}
          options={[
            { value: "", label: t("noSituation") },
            ...situations.map((value) => ({ value, label: t(`situations.${value}`) })),
          ]}
          defaultValue={content.situation ?? ""}
        />
      </WithAudience>
      <WithAudience field="commune" audiences={audiences}>
        <TextField
          name="commune"
          label={t("fields.commune")}
          hint={t("hints.commune")}
          defaultValue={content.commune?.name ?? ""}
          maxLength={80}
          autoComplete="off"
          list="communes"
        />
      </WithAudience>
      <datalist id="communes">
        {communes.map(({ insee, name }) => (
          <option key={insee} value={name} />
        ))}
      </datalist>
    </Section>
  );
}

async function Help({ content, audiences }: ProfileFormProps) {
  const [t, names] = await Promise.all([
    getTranslations("profile"),
    getTranslations("mutualHelp.themes"),
  ]);
  return (
    <Section id="entraide" title={t("help")}>
      {(["skills", "teaches", "seeks"] as const).map((field) => (
        <WithAudience key={field} field={field} audiences={audiences}>
          <TextField
            name={field}
            label={t(`fields.${field}`)}
            hint={t(`hints.${field}`)}
            defaultValue={content[field].join(", ")}
            maxLength={800}
          />
        </WithAudience>
      ))}
      <WithAudience field="themes" audiences={audiences}>
        <div className="profile-checks">
          <CheckList
            name="themes"
            legend={t("fields.themes")}
            options={themes.map((value) => ({ value, label: names(value) }))}
            defaultValues={content.themes}
          />
        </div>
      </WithAudience>
    </Section>
  );
}

async function Where({ content, audiences, spaces, sharesPresence }: ProfileFormProps) {
  const t = await getTranslations("profile");
  return (
    <Section id="me-trouver" title={t("where")}>
      <WithAudience field="languages" audiences={audiences}>
        <div className="profile-checks">
          <CheckList
            name="languages"
            legend={t("fields.languages")}
            options={languageCodes.map((value) => ({ value, label: t(`languageNames.${value}`) }))}
            defaultValues={content.languages}
          />
        </div>
      </WithAudience>
      <WithAudience field="links" audiences={audiences}>
        <TextAreaField
          name="links"
          label={t("fields.links")}
          hint={t("hints.links")}
          maxLength={1_000}
          defaultValue={content.links.join("\n")}
        />
      </WithAudience>
      <WithAudience field="usualSpace" audiences={audiences}>
        <SelectField
          name="usualSpace"
          label={t("fields.usualSpace")}
          options={[
            { value: "", label: t("noSpace") },
            ...spaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={content.usualSpace?.id ?? ""}
        />
      </WithAudience>
      <WithAudience field="rhythm" audiences={audiences}>
        <TextField
          name="rhythm"
          label={t("fields.rhythm")}
          hint={t("hints.rhythm")}
          defaultValue={content.rhythm ?? ""}
          maxLength={80}
        />
      </WithAudience>
      <div className="profile-presence">
        <CheckList
          name="sharesPresence"
          legend={t("sharesPresence")}
          options={[
            {
              value: "yes",
              label: t("sharesPresenceLabel"),
              hint: t("sharesPresenceHint"),
            },
          ]}
          defaultValues={sharesPresence ? ["yes"] : []}
        />
      </div>
    </Section>
  );
}
