import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";
import { type CampaignTexts, campaignTextNames } from "@/lib/surveys/campaigns/schema";

type TextsFormProps = { action: FormAction; hidden: Record<string, string>; texts: CampaignTexts };

/** What the public pages say of this campaign alone, in both languages. */
export async function TextsForm({ action, hidden, texts }: TextsFormProps) {
  const t = await getTranslations("campaigns.form");
  return (
    <ActionForm action={action} hidden={hidden} className="grid gap-6">
      {campaignTextNames.map((name) => (
        <fieldset key={name} className="two-languages">
          <legend>{t(`texts.${name}.title`)}</legend>
          <p className="hint">{t(`texts.${name}.hint`)}</p>
          <TextAreaField
            name={`${name}Fr`}
            label={t("french")}
            maxLength={2_000}
            defaultValue={texts[name]?.fr ?? ""}
          />
          <TextAreaField
            name={`${name}En`}
            label={t("english")}
            maxLength={2_000}
            defaultValue={texts[name]?.en ?? ""}
          />
        </fieldset>
      ))}
      <p>
        <SubmitButton className="btn btn-secondary" pending={t("saving")}>
          {t("saveTexts")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
