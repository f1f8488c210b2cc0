import { getTranslations } from "next-intl/server";
import { NumberField } from "@/components/ui/number-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Question, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { Wording } from "./fault-words";

type BoundFieldsProps = { question: Question; wording: Wording };

/** The bounds a type has: of a number, of choices, of a text. */
export async function BoundFields({ question, wording }: BoundFieldsProps) {
  const t = await getTranslations("questionnaires.fields");
  switch (question.type) {
    case "number":
      return <NumberBounds question={question} wording={wording} />;
    case "multi":
      return (
        <div className="two-languages">
          <NumberField name="minChoices" label={t("minChoices")} value={question.minChoices} />
          <NumberField
            name="maxChoices"
            label={t("maxChoices")}
            hint={t("maxChoicesHint")}
            value={question.maxChoices ?? null}
          />
        </div>
      );
    case "communes":
      return (
        <>
          <NumberField name="maxChoices" label={t("maxCommunes")} value={question.maxChoices} />
          <label className="option">
            <input
              type="checkbox"
              name="memberOnly"
              value="1"
              defaultChecked={question.memberOnly ?? false}
            />
            <span>{t("memberOnly")}</span>
          </label>
        </>
      );
    case "text":
    case "longtext":
      return <NumberField name="maxLength" label={t("maxLength")} value={question.maxLength} />;
    default:
      return null;
  }
}

type NumberQuestion = Extract<Question, { type: "number" }>;

async function NumberBounds({ question, wording }: { question: NumberQuestion; wording: Wording }) {
  const t = await getTranslations("questionnaires.fields");
  const { min, max, step, unit = "", validate } = question;
  const typed = (value: number) => String(value).replace(".", wording.locale === "fr" ? "," : ".");
  return (
    <>
      <div className="two-languages">
        <TextField name="min" label={t("min")} defaultValue={typed(min)} maxLength={20} />
        <TextField name="max" label={t("max")} defaultValue={typed(max)} maxLength={20} />
        <TextField name="step" label={t("step")} defaultValue={typed(step)} maxLength={20} />
        <TextField name="unit" label={t("unit")} defaultValue={unit} maxLength={20} />
      </div>
      <SelectField
        name="atLeast"
        label={t("atLeast")}
        options={[
          { value: "", label: t("atLeastNone") },
          ...numbersBefore(wording.questionnaire, question).map(({ id, label }) => ({
            value: id,
            label: label[wording.locale],
          })),
        ]}
        defaultValue={validate?.gteField ?? ""}
      />
    </>
  );
}

/** Numbers asked before; the one chosen too, wherever it has come to stand. */
function numbersBefore({ sections }: Questionnaire, { id, validate }: NumberQuestion): Question[] {
  const questions = sections.flatMap((section) => section.questions);
  const own = questions.findIndex((each) => each.id === id);
  return questions.filter(
    (each, index) =>
      each.type === "number" && (index < own || each.id === validate?.gteField) && each.id !== id,
  );
}
