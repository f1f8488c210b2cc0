"use client";

import { TriangleAlert } from "lucide-react";
import { fieldOf } from "@/lib/surveys/forms/rules";
import { ChoiceField } from "./choice-field";
import { CommuneField, CommunesField } from "./commune-fields";
import type { FieldProps } from "./field-props";
import { PairsField } from "./pairs-field";
import { WrittenField } from "./written-field";

type QuestionFieldProps = Omit<FieldProps, "described" | "isWrong"> & { error: string | undefined };

/** One question: its sentence, what helps to answer, its fields, and what is wrong with the answer. */
export function QuestionField({ error, ...props }: QuestionFieldProps) {
  const { question, words } = props;
  const name = fieldOf(question.id);
  const described = [question.hints.length > 0 ? `${name}-hint` : "", error ? `${name}-error` : ""]
    .filter(Boolean)
    .join(" ");
  const fields = { ...props, described: described || undefined, isWrong: error !== undefined };
  const label = (
    <>
      {question.label}
      {question.required ? null : <span className="survey-optional"> {words.optional}</span>}
    </>
  );
  const hint = <Hint name={name} hints={question.hints} />;
  const problem = error ? (
    <p id={`${name}-error`} className="field-error">
      <TriangleAlert size={18} strokeWidth={1.75} aria-hidden />
      {error}
    </p>
  ) : null;
  if (["number", "text", "longtext"].includes(question.type)) {
    return (
      <div className="field survey-question">
        <label htmlFor={name}>{label}</label>
        {hint}
        <WrittenField {...fields} />
        {problem}
      </div>
    );
  }
  return (
    <fieldset id={name} className="survey-question" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint}
      <Fields {...fields} />
      {problem}
    </fieldset>
  );
}

function Fields(props: FieldProps) {
  switch (props.question.type) {
    case "commune":
      return <CommuneField {...props} />;
    case "communes":
      return <CommunesField {...props} />;
    case "grid":
    case "scale":
      return <PairsField {...props} />;
    default:
      return <ChoiceField {...props} />;
  }
}

function Hint({ name, hints }: { name: string; hints: string[] }) {
  if (hints.length === 0) return null;
  return (
    <p id={`${name}-hint`} className="hint">
      {hints.join(" ")}
    </p>
  );
}
