import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";

type NameFormProps = {
  spaces: { id: string; name: string }[];
  /** Whether staff and admins may be named too. */
  mayNameStaff: boolean;
  action: FormAction;
};

/** Gives a role to whoever signs in with an address, written whole. */
export async function NameForm({ spaces, mayNameStaff, action }: NameFormProps) {
  const t = await getTranslations("roles");
  const hosts = spaces.map(({ id, name }) => ({
    value: `host:${id}`,
    label: t("hostOf", { space: name }),
  }));
  const network = (["staff", "admin"] as const).map((role) => ({
    value: role,
    label: t(`choices.${role}`),
  }));
  return (
    <ActionForm action={action} className="panel grid gap-5">
      <TextField
        name="courriel"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="off"
        inputMode="email"
        maxLength={254}
      />
      <SelectField
        name="role"
        label={t("role")}
        options={[...hosts, ...(mayNameStaff ? network : [])]}
      />
      <p>
        <SubmitButton pending={t("pending")}>{t("give")}</SubmitButton>
      </p>
    </ActionForm>
  );
}
