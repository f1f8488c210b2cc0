import { ActionForm } from "@/components/ui/action-form";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { assumptionLines, boundsWords, datedWords, type SheetContext } from "./sheets/sheet-words";

type AssumptionsFormProps = { context: SheetContext; mark: string; action: FormAction };

/** What the figures suppose, each to be changed, with its bounds and since when it is what it is. */
export function AssumptionsForm({ context, mark, action }: AssumptionsFormProps) {
  const { diagnosis, t, locale } = context;
  const { slug } = diagnosis.campaign;
  const hintOf = (name: string) => {
    const dated = datedWords(context, name);
    const bounds = boundsWords(name, locale);
    return bounds ? t("assumptionHint", { ...bounds, dated }) : dated;
  };
  const decimal = (value: number | null) =>
    value === null ? "" : String(value).replace(".", locale === "fr" ? "," : ".");
  return (
    <Section id="hypotheses" title={t("assumptions")} className="no-print mt-12">
      <p className="muted mb-5 max-w-measure">{t("assumptionsLead")}</p>
      <ActionForm action={action} hidden={{ slug, mark }} className="grid gap-5">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 sm:items-end">
          {assumptionLines(context).map(({ name, label, value }) => (
            <TextField
              key={name}
              name={name}
              label={label}
              hint={hintOf(name)}
              defaultValue={decimal(value)}
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
