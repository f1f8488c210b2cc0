"use client";

import { fieldOf } from "@/lib/surveys/forms/rules";
import { type FieldProps, listIn } from "./field-props";

/** One choice or several, each a whole line to press. */
export function ChoiceField({ question, first, current, isReadOnly }: FieldProps) {
  const name = fieldOf(question.id);
  const chosen = listIn(first, name);
  return (
    <>
      <div className={question.options.length > 6 ? "survey-options survey-two" : "survey-options"}>
        {question.options.map(({ value, label }) => (
          <label key={value} className="option">
            <input
              type={question.type === "single" ? "radio" : "checkbox"}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              disabled={isReadOnly}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Chosen words={question.chosen} count={listIn(current, name).length} />
    </>
  );
}

/** How many are chosen of how many may be: said as it changes. */
export function Chosen({ words, count }: { words: string[]; count: number }) {
  const said = words[Math.min(count, words.length - 1)];
  return said ? (
    <p className="hint" aria-live="polite">
      {said}
    </p>
  ) : null;
}
