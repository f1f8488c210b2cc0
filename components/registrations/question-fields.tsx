import { getTranslations } from "next-intl/server";
import { ChoiceList } from "@/components/ui/choice-list";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Question } from "@/lib/events/schema";

/** What the organisers ask, each as the native control that fits. */
export async function QuestionFields({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  const t = await getTranslations("eventsRegister.form");
  const label = ({ label: said, required }: Question) =>
    required ? said : t("optional", { label: said });
  return (
    <fieldset className="grid gap-6">
      <legend className="mb-3 text-h3">{t("questions")}</legend>
      {questions.map((question) => {
        const name = `q-${question.id}`;
        if (question.kind === "text") {
          return <TextField key={name} name={name} label={label(question)} maxLength={500} />;
        }
        if (question.kind === "yes_no") {
          const options = [
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ];
          return <ChoiceList key={name} name={name} legend={label(question)} options={options} />;
        }
        const options = question.options.map((option) => ({ value: option, label: option }));
        const none = { value: "", label: t("choose") };
        return (
          <SelectField
            key={name}
            name={name}
            label={label(question)}
            options={[none, ...options]}
          />
        );
      })}
    </fieldset>
  );
}
