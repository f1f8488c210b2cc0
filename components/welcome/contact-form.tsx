import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { EmergencyContactView } from "@/lib/members/emergency-contacts/queries";

type ContactFormProps = {
  slug: string;
  contact: EmergencyContactView | null;
  save: FormAction;
  remove: FormAction;
};

/** Whom to call, once for all the spaces one belongs to. */
export async function ContactForm({ slug, contact, save, remove }: ContactFormProps) {
  const t = await getTranslations("belonging.space");
  return (
    <>
      <p className="mb-4">{t("contactLead")}</p>
      <ActionForm action={save} hidden={{ slug }} className="grid max-w-[30rem] gap-4">
        <TextField
          name="name"
          label={t("contactName")}
          defaultValue={contact?.name ?? ""}
          autoComplete="off"
          maxLength={80}
          required
        />
        <TextField
          name="phone"
          type="tel"
          label={t("contactPhone")}
          defaultValue={contact?.phone ?? ""}
          autoComplete="off"
          maxLength={30}
          required
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("accepting")}>
            {t("contactSave")}
          </SubmitButton>
        </div>
      </ActionForm>
      {contact ? (
        <ActionForm action={remove} hidden={{ slug }} className="mt-2">
          <SubmitButton className="btn btn-quiet" pending={t("accepting")}>
            {t("contactRemove")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}
