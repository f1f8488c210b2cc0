"use client";

import { useFormState } from "@/components/ui/action-form";
import { typedValues } from "@/lib/core/form-state";

type ScoreFieldProps = { legend: string; hint: string; value: number | null };

const scores = Array.from({ length: 11 }, (_, score) => String(score));

/** Eleven native radios on a line that wraps; keeps what was chosen after a refusal. */
export function ScoreField({ legend, hint, value }: ScoreFieldProps) {
  const state = useFormState();
  const [chosen = value === null ? "" : String(value)] = typedValues(state, "score") ?? [];
  const error = state.status === "invalid" ? state.fields["score"] : undefined;
  return (
    <fieldset
      id="score"
      className="field"
      aria-describedby={error ? "score-hint score-error" : "score-hint"}
    >
      <legend className="mb-2 font-bold">{legend}</legend>
      <p id="score-hint" className="hint mb-2">
        {hint}
      </p>
      <div className="score-line">
        {scores.map((score) => (
          <label key={score} className="score">
            <input type="radio" name="score" value={score} defaultChecked={score === chosen} />
            {score}
          </label>
        ))}
      </div>
      {error ? (
        <p id="score-error" className="field-error">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
