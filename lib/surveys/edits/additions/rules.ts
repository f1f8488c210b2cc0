import { fold } from "@/lib/core/fold";
import { ok, type Result, refuse } from "@/lib/core/result";
import type { Question, Questionnaire } from "../../questionnaires/schema";
import type { EditOf, EditRefusal, QuestionType, Words } from "../schema";

type Edited = Result<Questionnaire, EditRefusal>;

const mostSections = 30;
const mostQuestions = 60;
const longestName = 40;

/** The name under which answers are stored, from French words: letters, figures and `_`, none of those taken. */
export function nameFrom(words: string, taken: readonly string[]): string {
  const plain = fold(words)
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, longestName)
    .replace(/_+$/, "");
  const wished = plain || "autre";
  if (!taken.includes(wished)) return wished;
  for (let turn = 2; ; turn += 1) {
    const next = `${wished}_${turn}`;
    if (!taken.includes(next)) return next;
  }
}

/** A question with the least its type needs, optional, to be written further. */
export function newQuestion(id: string, type: QuestionType, label: Words): Question {
  return beginnings[type]({ id, label, required: false });
}

const line = (value: string, fr: string, en: string) => ({ value, label: { fr, en } });
const yesOrNo = [line("oui", "Oui", "Yes"), line("non", "Non", "No")];

type Asked = Pick<Question, "id" | "label" | "required">;

const beginnings: Record<QuestionType, (asked: Asked) => Question> = {
  single: (asked) => ({ ...asked, type: "single", options: yesOrNo }),
  multi: (asked) => ({ ...asked, type: "multi", options: yesOrNo, minChoices: 0 }),
  commune: (asked) => ({ ...asked, type: "commune", optionSource: "communes" }),
  communes: (asked) => ({ ...asked, type: "communes", optionSource: "communes", maxChoices: 3 }),
  number: (asked) => ({ ...asked, type: "number", min: 0, max: 100, step: 1 }),
  grid: (asked) => ({
    ...asked,
    type: "grid",
    rows: [line("ligne", "Première ligne", "First line")],
    columns: [line("colonne", "Première colonne", "First column")],
  }),
  scale: (asked) => ({
    ...asked,
    type: "scale",
    rows: [line("ligne", "Première ligne", "First line")],
    scale: [
      { ...line("peu", "Peu", "Little"), score: 1 },
      { ...line("beaucoup", "Beaucoup", "A lot"), score: 2 },
    ],
  }),
  text: (asked) => ({ ...asked, type: "text", maxLength: 200 }),
  longtext: (asked) => ({ ...asked, type: "longtext", maxLength: 2_000 }),
};

/** One more question at the end of a group. Refuses `too_many` beyond sixty of them. */
export function withQuestionAdded(
  questionnaire: Questionnaire,
  { section, type, label }: EditOf<"question_added">,
): Edited {
  const own = questionnaire.sections.find(({ id }) => id === section);
  if (!own) return refuse("gone");
  if (own.questions.length >= mostQuestions) return refuse("too_many");
  const question = newQuestion(nameFrom(label.fr, questionIdsOf(questionnaire)), type, label);
  const sections = questionnaire.sections.map((each) =>
    each === own ? { ...own, questions: [...own.questions, question] } : each,
  );
  return ok({ ...questionnaire, sections });
}

/** One more group at the end, with its first question. Refuses `too_many` beyond thirty. */
export function withSectionAdded(
  questionnaire: Questionnaire,
  { title, type, label }: EditOf<"section_added">,
): Edited {
  const { sections } = questionnaire;
  if (sections.length >= mostSections) return refuse("too_many");
  const id = nameFrom(
    title.fr,
    sections.map((each) => each.id),
  );
  const question = newQuestion(nameFrom(label.fr, questionIdsOf(questionnaire)), type, label);
  return ok({ ...questionnaire, sections: [...sections, { id, title, questions: [question] }] });
}

/** Without one question. Refuses `last_question` of its group and `last_needed` that a response must have. */
export function withQuestionRemoved(questionnaire: Questionnaire, question: string): Edited {
  const own = questionnaire.sections.find(({ questions }) =>
    questions.some(({ id }) => id === question),
  );
  if (!own) return refuse("gone");
  if (own.questions.length === 1) return refuse("last_question");
  const left = own.questions.filter(({ id }) => id !== question);
  const sections = questionnaire.sections.map((each) =>
    each === own ? { ...own, questions: left } : each,
  );
  return withoutNeeded({ ...questionnaire, sections }, [question]);
}

/** Without one group and its questions. Refuses `last_section` and `last_needed`. */
export function withSectionRemoved(questionnaire: Questionnaire, section: string): Edited {
  const own = questionnaire.sections.find(({ id }) => id === section);
  if (!own) return refuse("gone");
  if (questionnaire.sections.length === 1) return refuse("last_section");
  const sections = questionnaire.sections.filter((each) => each !== own);
  return withoutNeeded(
    { ...questionnaire, sections },
    own.questions.map(({ id }) => id),
  );
}

function withoutNeeded(questionnaire: Questionnaire, removed: readonly string[]): Edited {
  const { minimumToCount } = questionnaire.completion;
  const left = minimumToCount.filter((id) => !removed.includes(id));
  if (left.length === 0) return refuse("last_needed");
  return ok({ ...questionnaire, completion: { minimumToCount: left } });
}

function questionIdsOf(questionnaire: Questionnaire): string[] {
  return questionnaire.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
}
