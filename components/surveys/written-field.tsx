"use client";

import { fieldOf } from "@/lib/surveys/forms/rules";
import { type FieldProps, listIn } from "./field-props";

/** A number, a line or several; a long text says how much room is left. */
export function WrittenField({ question, first, current, words, ...props }: FieldProps) {
  const { described, isWrong, isReadOnly } = props;
  const name = fieldOf(question.id);
  const given = {
    id: name,
    name,
    className: question.type === "number" ? "input survey-number" : "input",
    defaultValue: listIn(first, name)[0] ?? "",
    "aria-invalid": isWrong ? true : undefined,
    "aria-describedby": described,
    maxLength: question.maxLength ?? 12,
    readOnly: isReadOnly,
  };
  if (question.type !== "longtext") {
    const inputMode = question.type === "number" ? "decimal" : "text";
    return <input {...given} inputMode={inputMode} autoComplete="off" />;
  }
  const left = (question.maxLength ?? 0) - [...(listIn(current, name)[0] ?? "")].length;
  return (
    <>
      <textarea {...given} rows={5} />
      <p className="hint">{words.charactersLeft.replace("{count}", String(left))}</p>
    </>
  );
}
