import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";

type HostedFormProps = {
  action: FormAction;
  where: { space: string; event: string };
  formKey: string;
  mostPeople: number;
};

/** A host writes down somebody who asked in person or by telephone. */
export async function HostedForm({ action, where, formKey, mostPeople }: HostedFormProps) {
  const t = await getTranslations("eventsRegister.host");
  const counts = Array.from({ length: mostPeople }, (_, index) => String(index + 1));
  return (
    <Section id="inscrire" title={t("add")} className="no-print mt-12">
      <p className="muted -mt-3 mb-4">{t("addLead")}</p>
      <ActionForm action={action} hidden={{ ...where, key: formKey }} className="registration-form">
        <TextField name="name" label={t("name")} maxLength={80} autoComplete="off" required />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          maxLength={254}
          autoComplete="off"
        />
        <SelectField
          name="quantity"
          label={t("quantity")}
          options={counts.map((count) => ({ value: count, label: count }))}
          defaultValue="1"
        />
        <CheckList
          name="wait"
          legend={t("waitTitle")}
          options={[{ value: "1", label: t("wait") }]}
          defaultValues={[]}
        />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("adding")}>
            {t("addSend")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
