import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { type NetworkSettings, networkSettingKeys } from "@/lib/privacy/network-settings/schema";

type NetworkFormProps = { settings: NetworkSettings; action: FormAction };

/** What the pages the law wants say of the network, a line each. */
export async function NetworkForm({ settings, action }: NetworkFormProps) {
  const t = await getTranslations("legal.network");
  return (
    <ActionForm action={action} className="grid max-w-[36rem] gap-5">
      {networkSettingKeys.map((key) => (
        <TextField
          key={key}
          name={key}
          label={t(`fields.${key}`)}
          defaultValue={settings[key]}
          maxLength={300}
        />
      ))}
      <div>
        <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
