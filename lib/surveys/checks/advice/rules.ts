import { roles } from "../../diagnosis/schema";
import { linesOf, weightsIn } from "../../edits/lists/rules";
import { minutesToAnswer } from "../../questionnaires/rules";
import type { Question, Questionnaire } from "../../questionnaires/schema";
import type { Advice } from "../schema";

/** Longer than this, most people leave on the way. */
const mostMinutes = 10;

/**
 * What keeps nobody from answering and is worth a second look: a way that takes too long (`longest` of the
 * walks), questions the diagnosis reads that are not there, options without the figure others have.
 */
export function adviceOf(questionnaire: Questionnaire, longest: readonly Question[]): Advice[] {
  const questions = questionnaire.sections.flatMap((section) => section.questions);
  const minutes = minutesToAnswer(longest);
  const unread = Object.values(roles).filter((id) => !questions.some((each) => each.id === id));
  return [
    ...(minutes > mostMinutes ? [{ advice: "too_long" as const, minutes }] : []),
    ...(unread.length > 0 ? [{ advice: "diagnosis_unread" as const, names: unread }] : []),
    ...questions.flatMap(weightless),
  ];
}

/** Figures only some options have mean something by their absence, unless most have them. */
function weightless(question: Question): Advice[] {
  const options = linesOf(question, "options");
  return weightsIn(options).flatMap((weight) => {
    const without = options.filter((option) => option[weight] === undefined);
    if (without.length * 2 >= options.length) return [];
    return without.map(({ value }) => ({
      advice: "weight_missing" as const,
      question: question.id,
      value,
    }));
  });
}
