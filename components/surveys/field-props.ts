import type { StepValues } from "@/lib/surveys/forms/schema";
import type { QuestionView } from "./question-view";

export type CommuneOption = { insee: string; name: string; isMember: boolean };

export type FieldWords = {
  optional: string;
  noOpinion: string;
  communeHint: string;
  communeOther: string;
  communeWritten: string;
  communeMeant: string;
  otherCommunes: string;
  /** With {count} where the number stands. */
  charactersLeft: string;
  elsewhere: { value: string; label: string }[];
};

export type FieldProps = {
  question: QuestionView;
  /** What the fields hold when they appear, and what they hold now. */
  first: StepValues;
  current: StepValues;
  /** Ids of what describes the field. */
  described: string | undefined;
  isWrong: boolean;
  /** It may still be read and copied, no longer changed. */
  isReadOnly?: boolean | undefined;
  communes: CommuneOption[];
  words: FieldWords;
};

/** What is chosen or written in a field, as a list. */
export function listIn(values: StepValues, name: string): readonly string[] {
  return [values[name] ?? []].flat().filter((value) => value !== "");
}
