import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { linesOf, weightsIn } from "@/lib/surveys/edits/lists/rules";
import type { ListName } from "@/lib/surveys/edits/schema";
import type { Question } from "@/lib/surveys/questionnaires/schema";
import { ListLine } from "./list-line";
import { WordFields } from "./word-fields";

type ListFormProps = {
  question: Question;
  list: ListName;
  hidden: Record<string, string>;
  locale: Locale;
  action: FormAction;
};

/**
 * The lines of one list: words in both languages, order, one more. Whatever button is pressed, the words
 * typed are kept with it.
 */
export async function ListForm({ question, list, hidden, locale, action }: ListFormProps) {
  const t = await getTranslations("questionnaires");
  const lines = linesOf(question, list);
  const weights = weightsIn(lines);
  const names = lines.map(({ value }) => value).join(" ");
  return (
    <ActionForm action={action} hidden={{ ...hidden, question: question.id, list, lines: names }}>
      {/* Enter in a field presses the first button: it must keep, not move. */}
      <button
        type="submit"
        name="press"
        value="save"
        className="sr-only"
        tabIndex={-1}
        aria-hidden="true"
      />
      <ul className="list-lines">
        {lines.map((line, index) => (
          <ListLine
            key={line.value}
            line={line}
            number={index + 1}
            scope={`${list}-`}
            weights={weights}
            mayBeAlone={list === "options" && question.type === "multi"}
            locale={locale}
          />
        ))}
      </ul>
      <div className="list-more">
        <h3>{t(`lists.${list}.add`)}</h3>
        <WordFields
          name="added"
          scope={`${list}-`}
          labels={{ fr: t("fields.newFr"), en: t("fields.newEn") }}
          words={undefined}
        />
        <p>
          <SubmitButton
            name="press"
            value="save"
            className="btn btn-secondary"
            pending={t("saving")}
          >
            {t(`lists.${list}.save`)}
          </SubmitButton>
        </p>
      </div>
    </ActionForm>
  );
}
