import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { ChoiceList } from "@/components/ui/choice-list";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { FormAction } from "@/lib/core/form-state";
import {
  abuseReasons,
  longestReportText,
  type ReportTarget,
} from "@/lib/members/abuse-reports/schema";

/** Why, and words that help. */
export async function ReportForm({ target, action }: { target: ReportTarget; action: FormAction }) {
  const [t, reasons] = await Promise.all([
    getTranslations("abuseReports.form"),
    getTranslations("abuseReports.reasons"),
  ]);
  return (
    <ActionForm action={action} hidden={{ ...target }} className="grid gap-5">
      <ChoiceList
        name="reason"
        legend={t("reason")}
        options={abuseReasons.map((reason) => ({ value: reason, label: reasons(reason) }))}
      />
      <TextAreaField
        name="text"
        label={t("text")}
        hint={t("textHint")}
        maxLength={longestReportText}
        rows={4}
      />
      <div>
        <SubmitButton pending={t("sending")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
