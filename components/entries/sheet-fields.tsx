"use client";

import { useFormState } from "@/components/ui/action-form";
import type { CommuneOption, FieldWords } from "../surveys/field-props";
import { QuestionField } from "../surveys/question-field";
import type { QuestionView } from "../surveys/question-view";

export type SheetSection = {
  id: string;
  title: string;
  /** When it is answered, as the sheet says it. */
  guard: string | null;
  questions: { view: QuestionView; guard: string | null }[];
};

type SheetFieldsProps = {
  sections: SheetSection[];
  communes: CommuneOption[];
  words: FieldWords;
  /** Of the page: the receipt to be. */
  code: string;
};

/** All the questions of a sheet in its own order, with its own instructions: what does not apply stays empty. */
export function SheetFields({ sections, communes, words, code }: SheetFieldsProps) {
  const state = useFormState();
  const isBack = state.status === "invalid" || state.status === "refused";
  const first = isBack ? state.values : {};
  const errors = state.status === "invalid" ? state.fields : {};
  const fresh = state.status === "refused" ? freshCode(state.data) : null;
  return (
    <>
      <input
        key={fresh ?? "code"}
        type="hidden"
        name="code"
        value={fresh ?? (codeIn(first) || code)}
      />
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={`partie-${section.id}`} className="sheet-part">
          <h2 id={`partie-${section.id}`}>{section.title}</h2>
          {section.guard ? <p className="sheet-guard">{section.guard}</p> : null}
          {section.questions.map(({ view, guard }) => (
            <div key={view.id}>
              {guard ? <p className="sheet-guard">{guard}</p> : null}
              <QuestionField
                question={view}
                first={first}
                current={first}
                error={errors[`q-${view.id}`]}
                communes={communes}
                words={words}
              />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

/** The code sent stays with what was sent: the page drawn anew without scripts has made another. */
function codeIn(values: Readonly<Record<string, unknown>>): string {
  return typeof values["code"] === "string" ? values["code"] : "";
}

/** The page has served: what is typed on it now has another code. */
function freshCode(data: unknown): string | null {
  if (typeof data !== "object" || data === null || !("code" in data)) return null;
  return typeof data.code === "string" ? data.code : null;
}
