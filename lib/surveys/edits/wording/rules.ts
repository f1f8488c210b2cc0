import { ok, type Result, refuse } from "@/lib/core/result";
import type { Question, Questionnaire } from "../../questionnaires/schema";
import type { Bounds, EditOf, EditRefusal, Requirement } from "../schema";

type Edited = Result<Questionnaire, EditRefusal>;

/** Title and introduction said anew. */
export function withIntro(
  questionnaire: Questionnaire,
  { title, intro }: EditOf<"intro_worded">,
): Questionnaire {
  return { ...questionnaire, title, intro };
}

/** Title and introduction of a group said anew; without an introduction it has none. */
export function withSectionWorded(
  questionnaire: Questionnaire,
  { section, title, intro }: EditOf<"section_worded">,
): Edited {
  if (!questionnaire.sections.some(({ id }) => id === section)) return refuse("gone");
  const sections = questionnaire.sections.map((each) => {
    if (each.id !== section) return each;
    const { intro: _before, ...rest } = each;
    return { ...rest, title, ...(intro ? { intro } : {}) };
  });
  return ok({ ...questionnaire, sections });
}

/** The same questionnaire with one question made over. */
export function withQuestion(
  questionnaire: Questionnaire,
  question: string,
  change: (question: Question) => Question,
): Edited {
  const isThere = questionnaire.sections.some(({ questions }) =>
    questions.some(({ id }) => id === question),
  );
  if (!isThere) return refuse("gone");
  const sections = questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map((each) => (each.id === question ? change(each) : each)),
  }));
  return ok({ ...questionnaire, sections });
}

/**
 * Wording, help, requirement and bounds of a question said anew. Refuses `last_needed` where nothing would
 * be left that a response must have.
 */
export function withQuestionChanged(
  questionnaire: Questionnaire,
  { question, label, help, requirement, bounds }: EditOf<"question_changed">,
): Edited {
  const needed = neededAfter(questionnaire, question, requirement);
  if (needed.length === 0) return refuse("last_needed");
  const changed = withQuestion(questionnaire, question, (before) => {
    const { help: _before, ...rest } = before;
    const required = requirement !== "optional";
    return withBounds({ ...rest, label, required, ...(help ? { help } : {}) }, bounds);
  });
  if (!changed.ok) return changed;
  return ok({ ...changed.value, completion: { minimumToCount: needed } });
}

/** What a question asks of whoever answers, as one choice. */
export function requirementOf(
  { completion }: Questionnaire,
  { id, required }: Question,
): Requirement {
  if (completion.minimumToCount.includes(id)) return "needed";
  return required ? "required" : "optional";
}

function neededAfter(
  { completion: { minimumToCount } }: Questionnaire,
  question: string,
  requirement: Requirement,
): string[] {
  if (requirement !== "needed") return minimumToCount.filter((id) => id !== question);
  return minimumToCount.includes(question) ? minimumToCount : [...minimumToCount, question];
}

/** The bounds its type has; the others, and those not said, stay as they are. */
function withBounds(question: Question, said: Bounds): Question {
  switch (question.type) {
    case "number":
      return numberWith(question, said);
    case "multi":
      return multiWith(question, said);
    case "communes": {
      const { maxChoices = question.maxChoices, memberOnly = question.memberOnly } = said;
      return {
        ...question,
        maxChoices: Math.min(10, maxChoices ?? 10),
        ...(memberOnly === undefined ? {} : { memberOnly }),
      };
    }
    case "text":
    case "longtext":
      return { ...question, maxLength: said.maxLength ?? question.maxLength };
    default:
      return question;
  }
}

function numberWith(before: Extract<Question, { type: "number" }>, said: Bounds): Question {
  const { unit: wasUnit, validate: was, ...question } = before;
  const unit = said.unit ?? wasUnit;
  const atLeast = said.atLeast ?? was?.gteField;
  return {
    ...question,
    min: said.min ?? question.min,
    max: said.max ?? question.max,
    step: said.step ?? question.step,
    ...(unit ? { unit } : {}),
    ...(atLeast && isName(atLeast) ? { validate: { gteField: atLeast } } : {}),
  };
}

function isName(text: string): boolean {
  return /^[a-z][a-z0-9_]{0,59}$/.test(text);
}

function multiWith(before: Extract<Question, { type: "multi" }>, said: Bounds): Question {
  const { maxChoices: was, ...question } = before;
  const maxChoices = said.maxChoices === undefined ? was : said.maxChoices;
  return {
    ...question,
    minChoices: said.minChoices ?? question.minChoices,
    ...(maxChoices ? { maxChoices } : {}),
  };
}
