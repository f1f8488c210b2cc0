import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { EmergencyContactView } from "@/lib/members/emergency-contacts/queries";

type KeptFormProps = { slug: string; personId: string; action: FormAction };

/** The name and telephone of somebody kept, to be corrected. */
export async function KeptDetailsForm({
  name,
  phone,
  slug,
  personId,
  action,
}: KeptFormProps & { name: string; phone: string | null }) {
  const [t, person] = await Promise.all([
    getTranslations("belonging.keep"),
    getTranslations("belonging.person"),
  ]);
  return (
    <ActionForm action={action} hidden={{ slug, personId }} className="grid max-w-[30rem] gap-4">
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={name}
        autoComplete="off"
        maxLength={80}
        required
      />
      <TextField
        name="phone"
        type="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        defaultValue={phone ?? ""}
        autoComplete="off"
        maxLength={30}
      />
      <div>
        <SubmitButton className="btn btn-secondary" pending={t("saving")}>
          {person("correct")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

type ContactOfFormProps = Omit<KeptFormProps, "action"> & {
  contact: EmergencyContactView | null;
  save: FormAction;
  remove: FormAction;
};

/** Whom to call for somebody kept: they say it, their host writes it down. */
export async function ContactOfForm({ slug, personId, contact, save, remove }: ContactOfFormProps) {
  const [t, person] = await Promise.all([
    getTranslations("belonging.space"),
    getTranslations("belonging.person"),
  ]);
  const hidden = { slug, personId };
  return (
    <>
      <p className="mb-4">{person("contactLead")}</p>
      <ActionForm action={save} hidden={hidden} className="grid max-w-[30rem] gap-4">
        <TextField
          name="name"
          id="contact-name"
          label={t("contactName")}
          defaultValue={contact?.name ?? ""}
          autoComplete="off"
          maxLength={80}
          required
        />
        <TextField
          name="phone"
          id="contact-phone"
          type="tel"
          label={t("contactPhone")}
          defaultValue={contact?.phone ?? ""}
          autoComplete="off"
          maxLength={30}
          required
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("accepting")}>
            {person("contactSave")}
          </SubmitButton>
        </div>
      </ActionForm>
      {contact ? (
        <ActionForm action={remove} hidden={hidden} className="mt-2">
          <SubmitButton className="btn btn-quiet" pending={t("accepting")}>
            {person("contactDrop")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
