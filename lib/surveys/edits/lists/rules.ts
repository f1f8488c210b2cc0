import { type Result, refuse } from "@/lib/core/result";
import type { Question, Questionnaire, SurveyOption } from "../../questionnaires/schema";
import { nameFrom } from "../additions/rules";
import { moved } from "../order/rules";
import {
  type EditOf,
  type EditRefusal,
  type ListItem,
  type ListName,
  type WeightName,
  type Words,
  weightNames,
} from "../schema";
import { withQuestion } from "../wording/rules";

type Edited = Result<Questionnaire, EditRefusal>;
/** One line of a list, whatever it may have beside its words. */
export type Line = { value: string; label: Words; exclusive?: boolean | undefined } & Partial<
  Record<WeightName, number | undefined>
>;

const mostLines = 60;
/** A list shorter than this asks nothing. */
const fewest: Record<ListName, number> = { options: 2, rows: 1, columns: 1, scale: 2 };
const columnNames: Record<string, ListName[]> = {
  single: ["options"],
  multi: ["options"],
  grid: ["rows", "columns"],
  scale: ["rows", "scale"],
};

/** The lists a question has, in the order a form shows them. */
export function listsOf({ type }: Question): ListName[] {
  return columnNames[type] ?? [];
}

/** The lines of one list of a question; none where it has no such list. */
export function linesOf(question: Question, list: ListName): Line[] {
  if (list === "options") return "options" in question ? question.options : [];
  if (list === "rows") return "rows" in question ? question.rows : [];
  if (list === "columns") return question.type === "grid" ? question.columns : [];
  return question.type === "scale" ? question.scale : [];
}

/** The figures the lines of a list have: each of them is then asked of a new one too. */
export function weightsIn(lines: readonly Line[]): WeightName[] {
  return weightNames.filter((name) => lines.some((line) => line[name] !== undefined));
}

/**
 * The lines of one list said anew: their words, one more, then one moved or taken away. A value keeps the
 * name under which answers are stored, whatever its words become. Refuses `too_few_items`, `too_many` and
 * `impossible_weight`.
 */
export function withListChanged(
  questionnaire: Questionnaire,
  { question, list, items, added, after }: EditOf<"list_changed">,
): Edited {
  const before = questionnaire.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === question);
  if (!before || !listsOf(before).includes(list)) return refuse("gone");
  const worded = linesOf(before, list).map((line) => wordedBy(line, items));
  if (worded.some((line) => !isPossible(line))) return refuse("impossible_weight");
  const longer = added ? [...worded, newLine(worded, added, list)] : worded;
  if (longer.length > mostLines) return refuse("too_many");
  const changed = afterwards(longer, after);
  if (changed.length < fewest[list]) return refuse("too_few_items");
  return withQuestion(questionnaire, question, (each) => withLines(each, list, changed));
}

function wordedBy(line: Line, items: readonly ListItem[]): Line {
  const said = items.find(({ value }) => value === line.value);
  if (!said) return line;
  const { exclusive: was, ...rest } = line;
  const exclusive = said.exclusive ?? was;
  const weights = Object.entries(said.weights ?? {}).filter(([, weight]) => weight !== undefined);
  return {
    ...rest,
    label: said.label,
    ...(exclusive ? { exclusive } : {}),
    ...Object.fromEntries(weights),
  };
}

/** Shares are at most one, a car carries at least one, days and euros are not below nothing. */
function isPossible(line: Line): boolean {
  const { intentWeight = 0, occupancy = 1, score: _anything, ...others } = line;
  const amounts = weightNames.flatMap((name) => (name in others ? (line[name] ?? 0) : 0));
  const isShare = intentWeight >= 0 && intentWeight <= 1;
  return isShare && occupancy >= 1 && amounts.every((amount) => amount >= 0);
}

function newLine(lines: readonly Line[], label: Words, list: ListName): Line {
  const value = nameFrom(
    label.fr,
    lines.map((line) => line.value),
  );
  if (list !== "scale") return { value, label };
  return { value, label, score: Math.max(0, ...lines.map(({ score = 0 }) => score)) + 1 };
}

function afterwards(lines: Line[], asked: EditOf<"list_changed">["after"]): Line[] {
  if (!asked) return lines;
  if (asked.what === "remove") return lines.filter(({ value }) => value !== asked.value);
  const index = lines.findIndex(({ value }) => value === asked.value);
  return index < 0 ? lines : moved(lines, index, asked.what);
}

function withLines(question: Question, list: ListName, lines: Line[]): Question {
  if (list === "options" && "options" in question) {
    return { ...question, options: lines.map(optionOf) };
  }
  if (list === "rows" && "rows" in question) return { ...question, rows: lines.map(wordsOf) };
  if (list === "columns" && question.type === "grid") {
    return { ...question, columns: lines.map(wordsOf) };
  }
  if (list === "scale" && question.type === "scale") {
    return {
      ...question,
      scale: lines.map((line) => ({ ...wordsOf(line), score: line.score ?? 0 })),
    };
  }
  return question;
}

function optionOf({ score: _none, ...line }: Line): SurveyOption {
  return line;
}

function wordsOf({ value, label }: Line): { value: string; label: Words } {
  return { value, label };
}
