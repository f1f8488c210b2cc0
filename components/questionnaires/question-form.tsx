import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { requirements } from "@/lib/surveys/edits/schema";
import { requirementOf } from "@/lib/surveys/edits/wording/rules";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import { BoundFields } from "./bound-fields";
import type { Wording } from "./fault-words";
import { WordFields } from "./word-fields";

type QuestionFormProps = {
  question: Question;
  wording: Wording;
  hidden: Record<string, string>;
  action: FormAction;
};

/** The words of a question, what it asks of whoever answers, and its bounds. */
export async function QuestionForm({ question, wording, hidden, action }: QuestionFormProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm
      action={action}
      hidden={{ ...hidden, question: question.id }}
      className="grid gap-5"
    >
      <WordFields
        name="label"
        labels={{ fr: t("fields.labelFr"), en: t("fields.labelEn") }}
        words={question.label}
      />
      <WordFields
        name="help"
        labels={{ fr: t("fields.helpFr"), en: t("fields.helpEn") }}
        words={question.help}
      />
      <SelectField
        name="requirement"
        label={t("fields.requirement")}
        hint={t("fields.requirementHint")}
        options={requirements.map((value) => ({ value, label: t(`requirements.${value}`) }))}
        defaultValue={requirementOf(wording.questionnaire, question)}
      />
      <BoundFields question={question} wording={wording} />
      <p>
        <SubmitButton pending={t("saving")}>{t("saveQuestion")}</SubmitButton>
      </p>
    </ActionForm>
  );
}
