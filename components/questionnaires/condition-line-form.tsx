import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { CheckList } from "@/components/ui/check-list";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/core/form-state";
import { operators } from "@/lib/surveys/edits/conditions/schema";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import { answersOf } from "./condition-words";
import type { Wording } from "./fault-words";

type ConditionLineFormProps = {
  about: Question;
  hidden: Record<string, string>;
  wording: Wording;
  action: FormAction;
};

/** One line on a question: how to compare, and with which of its answers. */
export async function ConditionLineForm({
  about,
  hidden,
  wording,
  action,
}: ConditionLineFormProps) {
  const t = await getTranslations("questionnaires.condition");
  const answers = answersOf(about, wording);
  const possible = operators.filter(
    (operator) =>
      operator === "answered" ||
      (operator === "gte" ? about.type === "number" : answers.length > 0),
  );
  return (
    <ActionForm action={action} hidden={{ ...hidden, q: about.id }} className="panel grid gap-4">
      <p className="font-bold">{about.label[wording.locale]}</p>
      <SelectField
        name="operator"
        label={t("operator")}
        options={possible.map((value) => ({ value, label: t(`operators.${value}`) }))}
        defaultValue={possible[0] ?? "answered"}
      />
      {answers.length > 0 ? (
        <CheckList name="value" legend={t("answers")} options={answers} defaultValues={[]} />
      ) : null}
      {about.type === "number" ? (
        <TextField name="least" label={t("least")} maxLength={20} />
      ) : null}
      <p>
        <SubmitButton className="btn btn-secondary" pending={t("adding")}>
          {t("add")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
