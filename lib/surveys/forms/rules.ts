import { fold } from "@/lib/core/fold";
import { holds, mayHold } from "../conditions/rules";
import type { Answer, Answers } from "../questionnaires/schema";
import type { FieldQuestion, NamedCommune, StepValues } from "./schema";

/** Name and anchor of a question's field; no question is called so, for their names have no hyphen. */
export function fieldOf(id: string): string {
  return `q-${id}`;
}

/** Beside the commune written: one of the answers that are no commune, or which of several was meant. */
export function choiceFieldOf(id: string): string {
  return `q-${id}-choice`;
}

/** The field of one line of a scale. */
export function rowFieldOf(id: string, row: string): string {
  return `q-${id}-${row}`;
}

/**
 * What the fields of these questions say, before it is judged: a scale's lines are put together, a
 * commune's name becomes its code when exactly one is called so, and stays as written otherwise.
 */
export function rawAnswersOf(
  questions: readonly FieldQuestion[],
  values: StepValues,
  communes: readonly NamedCommune[],
): Record<string, unknown> {
  const raw = questions.map((question) => [question.id, rawOf(question, values, communes)]);
  return Object.fromEntries(raw.filter(([, value]) => value !== undefined));
}

function rawOf(
  { id, type, rows = [] }: FieldQuestion,
  values: StepValues,
  communes: readonly NamedCommune[],
): unknown {
  if (type === "scale") {
    const chosen = rows.flatMap(({ value }) => listOf(valueIn(values, rowFieldOf(id, value))));
    return chosen.length > 0 ? chosen : undefined;
  }
  const written = valueIn(values, fieldOf(id));
  if (type !== "commune") return written;
  const [text = "", ...more] = listOf(written);
  const choices = listOf(valueIn(values, choiceFieldOf(id)));
  const named = exactCommune(text, communes);
  // Two different answers: whoever gave them says which.
  const given = [...(named ? [named.insee] : []), ...choices, ...more];
  const different = [...new Set(given)];
  return different.length > 1 ? different : (different[0] ?? (text || undefined));
}

function valueIn(values: StepValues, name: string): string | readonly string[] | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function listOf(value: string | readonly string[] | undefined): string[] {
  return [value ?? []].flat().filter((text) => text.trim() !== "");
}

/** The commune of that name, written with or without accents, capitals, hyphens, « St » for « Saint ». */
function exactCommune(text: string, communes: readonly NamedCommune[]): NamedCommune | null {
  const wanted = fold(text);
  const called = communes.filter(({ name }) => wanted !== "" && fold(name) === wanted);
  return called.length === 1 ? (called[0] ?? null) : null;
}

const mostMeant = 6;

/** Communes somebody may have meant by what is no name of one: those that contain it, six at most. */
export function communesMeant(text: string, communes: readonly NamedCommune[]): NamedCommune[] {
  const wanted = fold(text);
  if (wanted.length < 3 || exactCommune(text, communes)) return [];
  const words = wanted.split(" ");
  const within = communes.filter(({ name }) => {
    const folded = fold(name);
    return folded.includes(wanted) || words.every((word) => folded.includes(word));
  });
  const begun = within.filter(({ name }) => fold(name).startsWith(wanted));
  return [...new Set([...begun, ...within])].slice(0, mostMeant);
}

/** The fields as they show an answer kept: the reverse of `rawAnswersOf`. */
export function valuesOf(
  question: FieldQuestion,
  answer: Answer | undefined,
  communes: readonly NamedCommune[],
): Record<string, string | string[]> {
  const { id, type, rows = [] } = question;
  if (answer === undefined) return {};
  if (type === "commune") {
    const commune = communes.find(({ insee }) => insee === answer);
    return commune ? { [fieldOf(id)]: commune.name } : { [choiceFieldOf(id)]: String(answer) };
  }
  if (type === "scale" && Array.isArray(answer)) {
    const pairs = rows.flatMap(({ value }) => {
      const pair = answer.find((each) => each.startsWith(`${value}:`));
      return pair === undefined ? [] : [[rowFieldOf(id, value), pair] as const];
    });
    return Object.fromEntries(pairs);
  }
  return { [fieldOf(id)]: typeof answer === "number" ? String(answer) : answer };
}

/**
 * Which questions of a step apply while it is being filled in: those before decide as they stand, typed
 * or kept. `sofar`: answers to the steps before.
 */
export function applying<Question extends FieldQuestion>(
  questions: readonly Question[],
  sofar: Answers,
  raw: Readonly<Record<string, unknown>>,
): Question[] {
  const answers: Record<string, Answer> = { ...sofar };
  return questions.filter((question) => {
    if (!holds(question.showIf, answers)) return false;
    const answer = answerBeing(question, raw[question.id]);
    if (answer !== undefined) answers[question.id] = answer;
    return true;
  });
}

/**
 * The same for a page that cannot follow what is typed: those that apply, and those that may once these
 * are answered, so that a step comes back once and not once for each question that leads to another.
 */
export function askable<Question extends FieldQuestion>(
  questions: readonly Question[],
  sofar: Answers,
  raw: Readonly<Record<string, unknown>>,
): Question[] {
  const answers: Record<string, Answer> = { ...sofar };
  const open = new Set<string>();
  return questions.filter((question) => {
    if (!mayHold(question.showIf, answers, open)) return false;
    const answer = answerBeing(question, raw[question.id]);
    if (answer === undefined) open.add(question.id);
    else answers[question.id] = answer;
    return true;
  });
}

/** An answer as typed so far, enough for a condition to look at. */
function answerBeing({ type }: FieldQuestion, raw: unknown): Answer | undefined {
  if (type === "number") {
    const typed = String(raw ?? "").trim();
    const number = Number(typed.replace(",", "."));
    return typed === "" || Number.isNaN(number) ? undefined : number;
  }
  const texts = [raw].flat().filter((text) => typeof text === "string" && text !== "");
  if (texts.length === 0) return undefined;
  return type === "single" || type === "commune" ? String(texts[0]) : texts.map(String);
}
