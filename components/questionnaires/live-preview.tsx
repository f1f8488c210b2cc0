"use client";

import { useEffect, useState } from "react";
import type { CommuneOption, FieldWords } from "@/components/surveys/field-props";
import { QuestionField } from "@/components/surveys/question-field";
import type { QuestionView } from "@/components/surveys/question-view";
import type { Locale } from "@/lib/core/locale";
import { asTyped, type Typed } from "./as-typed";

export type PreviewedQuestion = {
  locale: Locale;
  /** Name of the language, in itself. */
  language: string;
  view: QuestionView;
  hasHelp: boolean;
  fields: FieldWords;
};

type LivePreviewProps = { questions: PreviewedQuestion[]; communes: CommuneOption[] };

/** A question in both languages as it will be asked; what is typed in the forms beside shows as it is typed. */
export function LivePreview({ questions, communes }: LivePreviewProps) {
  const [typed, setTyped] = useState<Typed>({});
  useEffect(() => {
    const onInput = ({ target }: Event) => {
      const read = target instanceof Element ? typedAround(target) : null;
      if (read) setTyped((before) => ({ ...before, ...read }));
    };
    document.addEventListener("input", onInput);
    return () => document.removeEventListener("input", onInput);
  }, []);
  return (
    <div className="grid gap-6">
      {questions.map(({ fields, language, ...shown }) => {
        const view = asTyped(shown, typed);
        // Both languages stand on one page: their fields have names of their own.
        const question = { ...view, id: `${view.id}-${shown.locale}` };
        return (
          <div key={shown.locale} lang={shown.locale} className="previewed">
            <p className="small muted">{language}</p>
            <QuestionField
              question={question}
              first={{}}
              current={{}}
              error={undefined}
              communes={communes}
              words={fields}
            />
          </div>
        );
      })}
    </div>
  );
}

/** What the form around a field holds, under the part of the question it is about. */
function typedAround(field: Element): Typed | null {
  const form = field.closest<HTMLFormElement>(".edited-forms form");
  if (!form) return null;
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  const values = Object.fromEntries(entries);
  if (values["list"]) return { [values["list"]]: values };
  return values["labelFr"] === undefined ? null : { question: values };
}
