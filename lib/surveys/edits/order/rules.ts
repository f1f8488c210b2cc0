import { ok, type Result, refuse } from "@/lib/core/result";
import type { Questionnaire } from "../../questionnaires/schema";
import type { Direction, EditRefusal } from "../schema";

type Edited = Result<Questionnaire, EditRefusal>;

/** A list with one of its items a place further up or down; at its end it stays as it is. */
export function moved<Item>(list: readonly Item[], index: number, by: Direction): Item[] {
  const other = by === "up" ? index - 1 : index + 1;
  const one = list[index];
  const two = list[other];
  if (one === undefined || two === undefined) return [...list];
  const [first, second] = by === "up" ? [one, two] : [two, one];
  return [...list.slice(0, Math.min(index, other)), first, second].concat(
    list.slice(Math.max(index, other) + 1),
  );
}

/** A group a place further up or down. */
export function withSectionMoved(
  questionnaire: Questionnaire,
  section: string,
  by: Direction,
): Edited {
  const index = questionnaire.sections.findIndex(({ id }) => id === section);
  if (index < 0) return refuse("gone");
  return ok({ ...questionnaire, sections: moved(questionnaire.sections, index, by) });
}

/**
 * A question a place further up or down; from the end of its group it goes into the next one. Refuses
 * `last_question` for the only one of its group.
 */
export function withQuestionMoved(
  questionnaire: Questionnaire,
  question: string,
  by: Direction,
): Edited {
  const { sections } = questionnaire;
  const from = sections.findIndex(({ questions }) => questions.some(({ id }) => id === question));
  const own = sections[from];
  if (!own) return refuse("gone");
  const index = own.questions.findIndex(({ id }) => id === question);
  const isAtEnd = by === "up" ? index === 0 : index === own.questions.length - 1;
  if (!isAtEnd) {
    const questions = moved(own.questions, index, by);
    return ok(withSection(questionnaire, from, { ...own, questions }));
  }
  const to = by === "up" ? from - 1 : from + 1;
  const next = sections[to];
  const one = own.questions[index];
  if (!next || !one) return ok(questionnaire);
  if (own.questions.length === 1) return refuse("last_question");
  const left = { ...own, questions: own.questions.filter((each) => each !== one) };
  const joined = {
    ...next,
    questions: by === "up" ? [...next.questions, one] : [one, ...next.questions],
  };
  return ok(withSection(withSection(questionnaire, from, left), to, joined));
}

type Section = Questionnaire["sections"][number];

function withSection(questionnaire: Questionnaire, index: number, section: Section) {
  const sections = questionnaire.sections.map((each, at) => (at === index ? section : each));
  return { ...questionnaire, sections };
}
