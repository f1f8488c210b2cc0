import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { WordFields } from "./word-fields";

type IntroFormProps = {
  questionnaire: Questionnaire;
  hidden: Record<string, string>;
  action: FormAction;
};

/** Title and introduction of a questionnaire, in both languages. */
export async function IntroForm({ questionnaire, hidden, action }: IntroFormProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm action={action} hidden={hidden} className="grid gap-4">
      <WordFields
        name="title"
        labels={{ fr: t("fields.titleFr"), en: t("fields.titleEn") }}
        words={questionnaire.title}
      />
      <WordFields
        name="intro"
        labels={{ fr: t("fields.introFr"), en: t("fields.introEn") }}
        words={questionnaire.intro}
        isLong
      />
      <p>
        <SubmitButton className="btn btn-secondary" pending={t("saving")}>
          {t("introSave")}
        </SubmitButton>
      </p>
    </ActionForm>
  );
}
