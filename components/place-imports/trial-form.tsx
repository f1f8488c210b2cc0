import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";

const columns = ["name", "latitude", "longitude", "commune", "address"] as const;

/** A file to try: where it comes from, and how its columns are called. */
export async function TrialForm({ action }: { action: FormAction }) {
  const t = await getTranslations("placeImports");
  return (
    <ActionForm action={action} className="grid max-w-[34rem] gap-5">
      <FileField
        name="file"
        label={t("file")}
        hint={t("fileHint")}
        accept=".csv,.json,.geojson,text/csv,application/json,application/geo+json"
      />
      <TextField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        maxLength={200}
        required
      />
      <TextField name="sourceDate" type="date" label={t("sourceDate")} required />
      <fieldset className="grid gap-4">
        <legend>{t("columnsTitle")}</legend>
        {columns.map((name) => (
          <TextField
            key={name}
            name={`${name}Column`}
            label={t(`columns.${name}`)}
            maxLength={100}
          />
        ))}
      </fieldset>
      <div>
        <SubmitButton pending={t("trying")}>{t("try")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
