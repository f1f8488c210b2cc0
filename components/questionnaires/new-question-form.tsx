import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import { questionTypes } from "@/lib/surveys/edits/schema";
import { WordFields } from "./word-fields";

type NewQuestionFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  /** Before the names in ids: the form stands several times on its page. */
  scope: string;
  /** A group of its own with it. */
  isSection?: boolean;
};

/** One more question, of any type, at the end of a group; or one more group with its first question. */
export async function NewQuestionForm({ action, hidden, scope, isSection }: NewQuestionFormProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm action={action} hidden={hidden} className="grid gap-4 pt-2">
      {isSection ? (
        <WordFields
          name="title"
          scope={scope}
          labels={{ fr: t("fields.sectionTitleFr"), en: t("fields.sectionTitleEn") }}
          words={undefined}
        />
      ) : null}
      <SelectField
        name="type"
        id={`${scope}type`}
        label={t(isSection ? "fields.firstType" : "fields.type")}
        options={questionTypes.map((value) => ({ value, label: t(`types.${value}`) }))}
        defaultValue="single"
      />
      <WordFields
        name="label"
        scope={scope}
        labels={{ fr: t("fields.labelFr"), en: t("fields.labelEn") }}
        words={undefined}
      />
      <p>
        <SubmitButton className="btn btn-secondary" pending={t("saving")}>
          {t(isSection ? "addSection" : "addQuestion")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
