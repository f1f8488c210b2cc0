import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { FreeText } from "@/lib/surveys/texts/schema";

type TextReviewProps = {
  texts: FreeText[];
  questionOf: (id: string) => string;
  action: FormAction;
};

/** Free texts one by one, alone, each with what may be decided of it. */
export async function TextReview({ texts, questionOf, action }: TextReviewProps) {
  const t = await getTranslations("surveyAnswers");
  return (
    <ul className="text-reviews">
      {texts.map(({ responseId, question, text, state }) => (
        <li key={`${responseId} ${question}`}>
          <p className="small muted">{questionOf(question)}</p>
          <p className="text-review">{text}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            {(["published", "hidden"] as const)
              .filter((decision) => decision !== state)
              .map((decision) => (
                <ActionForm
                  key={decision}
                  action={action}
                  hidden={{ responseId, question, decision }}
                >
                  <SubmitButton
                    className={decision === "published" ? "btn btn-primary" : "btn btn-secondary"}
                    pending={t("pending")}
                  >
                    {t(`decide.${decision}`)}
                  </SubmitButton>
                </ActionForm>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
