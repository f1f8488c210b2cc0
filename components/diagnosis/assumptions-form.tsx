import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { type Assumptions, assumptionNames } from "@/lib/surveys/diagnosis/schema";

type AssumptionsFormProps = {
  slug: string;
  mark: string;
  values: Assumptions;
  locale: Locale;
  action: FormAction;
};

/** What the figures suppose, each to be changed. */
export async function AssumptionsForm({
  slug,
  mark,
  values,
  locale,
  action,
}: AssumptionsFormProps) {
  const t = await getTranslations("diagnosis");
  const decimal = (value: number | null) =>
    value === null ? "" : String(value).replace(".", locale === "fr" ? "," : ".");
  return (
    <Section id="hypotheses" title={t("assumptions")} className="no-print mt-12">
      <p className="muted mb-5 max-w-measure">{t("assumptionsLead")}</p>
      <ActionForm action={action} hidden={{ slug, mark }} className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 sm:items-end">
          {assumptionNames.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`assumption.${name}`)}
              defaultValue={decimal(values[name])}
              inputMode="text"
              maxLength={20}
            />
          ))}
        </div>
        <p>
          <SubmitButton pending={t("saving")}>{t("save")}</SubmitButton>
        </p>
      </ActionForm>
    </Section>
  );
}
