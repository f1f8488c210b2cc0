import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { DayRange } from "@/lib/reports/rules";

type PrepareFormProps = { action: FormAction; range: DayRange; isLong: boolean };

/** Asks for every file of the period at once: the only way for a long one. */
export async function PrepareForm({ action, range, isLong }: PrepareFormProps) {
  const t = await getTranslations("reportFiles.prepare");
  return (
    <ActionForm
      action={action}
      className="prepare-form"
      hidden={{ du: range.first, au: range.last }}
    >
      <p>{t(isLong ? "long" : "short")}</p>
      <SubmitButton pending={t("pending")}>{t("button")}</SubmitButton>
    </ActionForm>
  );
}
