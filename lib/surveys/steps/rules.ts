import { readAnswers } from "../answers/rules";
import type { CommuneChoices, Problem } from "../answers/schema";
import { shownSections } from "../questionnaires/rules";
import type { Answers, Questionnaire } from "../questionnaires/schema";

type Given = {
  section: string;
  /** Answers kept to the other steps, and to this one before. */
  before: Answers;
  raw: Readonly<Record<string, unknown>>;
  /** Questions that stood on the form; without it, all of the section. */
  shown?: readonly string[] | undefined;
  /** Whether it is entered from a sheet. */
  isSheet?: boolean;
};

export type StepOutcome = {
  answers: Answers;
  /** The section that comes next, null after the last. */
  next: string | null;
  /** The one before, null on the first. */
  previous: string | null;
  problems: Problem[];
  /** Questions that apply only since this step was filled in: to be asked, not yet at fault. */
  asked: string[];
};

/**
 * What filling in one step leads to: what reads well is kept even where something else does not; a question
 * the form did not show yet is asked. Null for a section the questionnaire does not have.
 */
export function stepOutcome(
  questionnaire: Questionnaire,
  { section, before, raw, shown, isSheet = false }: Given,
  communes: CommuneChoices,
): StepOutcome | null {
  const own = questionnaire.sections.find(({ id }) => id === section);
  if (!own) return null;
  const ids = new Set(own.questions.map(({ id }) => id));
  const others = Object.entries(before).filter(([id]) => !ids.has(id));
  const typed = Object.entries(raw).filter(([id]) => ids.has(id));
  const all = Object.fromEntries([...others, ...typed]);
  const { answers, problems } = readAnswers(questionnaire, all, communes, {
    only: ids,
    isSheet,
  });
  const sections = shownSections(questionnaire, answers);
  const index = sections.findIndex(({ id }) => id === section);
  const asked = (sections[index]?.questions ?? [])
    .map(({ id }) => id)
    .filter((id) => shown && !shown.includes(id));
  return {
    answers,
    next: sections[index + 1]?.id ?? null,
    previous: sections[index - 1]?.id ?? null,
    problems: problems.filter(({ question }) => !asked.includes(question)),
    asked,
  };
}
