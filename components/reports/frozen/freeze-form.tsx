import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Day } from "@/lib/core/day";
import type { FormAction } from "@/lib/core/form-state";
import type { DayRange } from "@/lib/reports/rules";

/** Signs the report of a period off; the same form sent twice signs once. */
export async function FreezeForm({
  action,
  range,
  yesterday,
}: {
  action: FormAction;
  range: DayRange;
  yesterday: Day;
}) {
  const t = await getTranslations("frozenReports");
  return (
    <ActionForm
      action={action}
      hidden={{ reportId: crypto.randomUUID() }}
      className="grid max-w-[34rem] gap-4"
    >
      <TextField name="title" label={t("name")} hint={t("nameHint")} maxLength={160} required />
      <div className="flex flex-wrap gap-4">
        <TextField
          name="first"
          type="date"
          label={t("first")}
          defaultValue={range.first}
          max={yesterday}
          required
        />
        <TextField
          name="last"
          type="date"
          label={t("last")}
          defaultValue={range.last}
          max={yesterday}
          required
        />
      </div>
      <TextField
        name="signedAs"
        label={t("signedAs")}
        hint={t("signedAsHint")}
        maxLength={160}
        autoComplete="name"
        required
      />
      <div>
        <SubmitButton pending={t("freezing")}>{t("freeze")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
