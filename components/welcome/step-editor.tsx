import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import type { Step } from "@/lib/members/welcome/rules";
import { welcomeStepKinds } from "@/lib/members/welcome/schema";
import { stepName } from "./step-words";

type StepEditorProps = {
  slug: string;
  steps: Step[];
  change: FormAction;
  remove: FormAction;
  add: FormAction;
};

/** The steps of the welcome: each with its name and its place in the order, as fields. */
export async function StepEditor({ slug, steps, change, remove, add }: StepEditorProps) {
  const [t, words] = await Promise.all([
    getTranslations("belonging.welcome"),
    getTranslations("belonging.steps"),
  ]);
  const there = new Set(steps.map(({ kind }) => kind));
  const kinds = welcomeStepKinds.filter((kind) => kind === "other" || !there.has(kind));
  const ranks = steps.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <>
      {steps.length === 0 ? <p className="muted mb-4">{t("none")}</p> : null}
      <ol className="rows">
        {steps.map((step, index) => {
          const name = stepName(step, words);
          return (
            <li key={step.id} className="grid gap-2">
              <h3 className="mb-2 break-words">{name}</h3>
              <ActionForm action={change} hidden={{ slug, stepId: step.id }} className="step-form">
                <TextField
                  id={`title-${step.id}`}
                  name="title"
                  label={t("titleField")}
                  {...(step.kind === "other"
                    ? { required: true }
                    : { hint: t("titleDefault", { name: words(step.kind) }) })}
                  maxLength={120}
                  defaultValue={step.title ?? ""}
                />
                <SelectField
                  id={`rank-${step.id}`}
                  name="rank"
                  label={t("rank")}
                  options={ranks}
                  defaultValue={String(index + 1)}
                />
                <SubmitButton
                  className="btn btn-secondary"
                  pending={t("working")}
                  label={t("saveNamed", { step: name })}
                >
                  {t("save")}
                </SubmitButton>
              </ActionForm>
              <ActionForm action={remove} hidden={{ slug, stepId: step.id }}>
                <SubmitButton
                  className="btn btn-quiet"
                  pending={t("working")}
                  label={t("removeNamed", { step: name })}
                >
                  {t("remove")}
                </SubmitButton>
              </ActionForm>
            </li>
          );
        })}
      </ol>
      <h3 className="mt-8 mb-3">{t("add")}</h3>
      <ActionForm action={add} hidden={{ slug }} className="grid max-w-[30rem] gap-4">
        <SelectField
          name="kind"
          label={t("kind")}
          options={kinds.map((value) => ({ value, label: words(value) }))}
          defaultValue={kinds[0] ?? "other"}
        />
        <TextField name="title" label={t("titleField")} hint={t("titleHint")} maxLength={120} />
        <div>
          <SubmitButton className="btn btn-secondary" pending={t("working")}>
            {t("addAction")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
