import { questionsOf } from "../../conditions/rules";
import { bandOf } from "../../diagnosis/prices/rules";
import { listOf } from "../../diagnosis/rules";
import { type Response, roles } from "../../diagnosis/schema";
import { noTallies, type Tallies, tally } from "../../disclosure/tallies/rules";
import { isPutTo } from "../../questionnaires/rules";
import type { Answers, Condition, Question, Questionnaire } from "../../questionnaires/schema";
import { noAnswer } from "../schema";

/** All that tables tell of one question, of everybody in the order given. */
export type Column = {
  question: Question;
  /** Questions whose answers decide whether this one is asked. */
  gates: string[];
  tallies: Tallies;
  /** Whether each respondent was asked; empty where everybody is. */
  asked: boolean[];
  /** Which part of the respondents each is in; empty where answers make no parts. */
  parts: string[];
};

/**
 * The columns of the questions that have a table, by question in their order. Answers are read once, person
 * by person: many thousands of them are never at hand, and to come back to each for every question is to
 * fetch them all again.
 */
export function columnsOf(
  questionnaire: Pick<Questionnaire, "sections">,
  responses: readonly Response[],
): Map<string, Column> {
  const readers = questionnaire.sections.flatMap(({ questions, showIf }) =>
    questions
      .filter(isTabulated)
      .map((question) => readerOf(question, showIf, isPutTo(questionnaire, question.id))),
  );
  for (const response of responses) for (const { read } of readers) read(response);
  return new Map(readers.map(({ column }) => [column.question.id, column]));
}

const bandedQuestions: readonly string[] = [roles.fairPrice, roles.dearPrice];

/** Free texts are read by people first, communes have tables of their own, other numbers none. */
function isTabulated({ id, type }: Question): boolean {
  return ["single", "multi", "grid", "scale"].includes(type) || bandedQuestions.includes(id);
}

/** Whether an answer puts its respondent in one part of them all, and so does none. */
export function makesParts({ type }: Question): boolean {
  return type === "single" || type === "number";
}

type Reader = { column: Column; read: (response: Response) => void };

function readerOf(
  question: Question,
  showIf: Condition | undefined,
  isPut: (answers: Answers) => boolean,
): Reader {
  const { id } = question;
  const gates = [...new Set([...questionsOf(showIf), ...questionsOf(question.showIf)])];
  const tallies = noTallies();
  const [asked, parts]: [boolean[], string[]] = [[], []];
  const valuesOf = makesParts(question) ? partReader(id, parts) : tickReader(question);
  const read = (response: Response) => {
    const { answers } = response;
    tally(tallies, response, valuesOf(answers));
    if (gates.length > 0) asked.push(isPut(answers));
  };
  return { read, column: { question, gates, tallies, asked, parts } };
}

type ValuesOf = (answers: Answers) => string[] | null;

/** Which part of the respondents an answer puts one in, silence too; kept in their order. */
function partReader(id: string, parts: string[]): ValuesOf {
  return (answers) => {
    const answer = answers[id];
    const part = typeof answer === "number" ? bandOf(answer) : String(answer ?? noAnswer);
    parts.push(part);
    return [part];
  };
}

/** What was ticked. Of a scale, the rows given its highest mark: what is called essential. */
function tickReader(question: Question): ValuesOf {
  const tickedOf = (answers: Answers) =>
    answers[question.id] === undefined ? null : listOf(answers, question.id);
  if (question.type !== "scale") return tickedOf;
  const [top] = [...question.scale].sort((a, b) => b.score - a.score);
  const rowOf = new Map(question.rows.map(({ value }) => [`${value}:${top?.value}`, value]));
  return (answers) => tickedOf(answers)?.flatMap((pair) => rowOf.get(pair) ?? []) ?? null;
}
