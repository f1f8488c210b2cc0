import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import type { WallWindow } from "@/lib/surveys/campaigns/schema";
import type { VersionAddress, VersionLine } from "@/lib/surveys/versions/schema";
import { VersionChoice } from "./version-choice";
import { WindowFields } from "./window-fields";

type CampaignFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  window: WallWindow | null;
  contactEmail: string;
  /** Empty where what is asked can no longer be another. */
  versions: VersionLine[];
  chosen: VersionAddress | undefined;
  locale: Locale;
  submit: string;
};

/** When, whom to write to, and what is asked. */
export async function CampaignForm({ action, hidden, submit, ...props }: CampaignFormProps) {
  const t = await getTranslations("campaigns.form");
  const { window, contactEmail, versions, chosen, locale } = props;
  return (
    <ActionForm action={action} hidden={hidden} className="grid max-w-[34rem] gap-5">
      <WindowFields window={window} />
      {versions.length > 0 ? (
        <VersionChoice versions={versions} chosen={chosen} locale={locale} />
      ) : null}
      <TextField
        name="contactEmail"
        type="email"
        label={t("contactEmail")}
        hint={t("contactEmailHint")}
        defaultValue={contactEmail}
        maxLength={254}
      />
      <p>
        <SubmitButton pending={t("saving")}>{submit}</SubmitButton>
      </p>
    </ActionForm>
  );
}
