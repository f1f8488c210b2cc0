import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Questionnaire } from "@/lib/surveys/questionnaires/schema";
import { WordFields } from "./word-fields";

type SectionFormProps = {
  section: Questionnaire["sections"][number];
  hidden: Record<string, string>;
  action: FormAction;
};

/** Title and introduction of a group, in both languages. */
export async function SectionForm({ section, hidden, action }: SectionFormProps) {
  const t = await getTranslations("questionnaires");
  return (
    <ActionForm action={action} hidden={{ ...hidden, section: section.id }} className="grid gap-4">
      <WordFields
        name="title"
        labels={{ fr: t("fields.titleFr"), en: t("fields.titleEn") }}
        words={section.title}
      />
      <WordFields
        name="intro"
        labels={{ fr: t("fields.introFr"), en: t("fields.introEn") }}
        words={section.intro}
        isLong
      />
      <p>
        <SubmitButton pending={t("saving")}>{t("section.save")}</SubmitButton>
      </p>
    </ActionForm>
  );
}
