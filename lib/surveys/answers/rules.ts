import { walked } from "../questionnaires/rules";
import type { Answer, Answers, Question, Questionnaire } from "../questionnaires/schema";
import type { CommuneChoices, Problem } from "./schema";

/** What a form or a device sends, before it is believed. */
export type RawAnswers = Readonly<Record<string, unknown>>;

export type ReadAnswers = { answers: Answers; problems: Problem[] };

type Context = { communes: CommuneChoices; sofar: Answers; isSheet: boolean };
type Judged = {
  /** One step: questions outside it are believed if they read well and never required. */
  only?: ReadonlySet<string>;
  /** From a sheet, which says what it says: answers that do not go together are told, and taken. */
  isSheet?: boolean;
};
type Reading = { answer?: Answer; problem?: Omit<Problem, "question"> };

/**
 * Reads what was sent for these questions, in order: what is asked is judged, what is not asked is
 * dropped without a word, what no question knows as well. A problem keeps the question without an answer,
 * unless it is of a sheet whose answers do not go together.
 */
export function readAnswers(
  questionnaire: Questionnaire,
  raw: RawAnswers,
  communes: CommuneChoices,
  { only, isSheet = false }: Judged = {},
): ReadAnswers {
  const problems: Problem[] = [];
  const { answers } = walked(questionnaire, (question, sofar) => {
    const { answer, problem } = readOne(question, raw[question.id], { communes, sofar, isSheet });
    const isJudged = !only || only.has(question.id);
    if (problem && isJudged) problems.push({ question: question.id, ...problem });
    return answer;
  });
  return { answers, problems };
}

function readOne(question: Question, raw: unknown, context: Context): Reading {
  if (isMissing(raw)) return question.required ? { problem: { problem: "required" } } : {};
  switch (question.type) {
    case "single":
      return readSingle(question, raw);
    case "multi":
      return readMulti(question, raw);
    case "commune":
      return readCommune(raw, context.communes);
    case "communes":
      return readCommunes(question, raw, context.communes);
    case "number":
      return readNumber(question, raw, context);
    case "grid":
      return readPairs(question, raw, question.columns, false);
    case "scale":
      return readPairs(question, raw, question.scale, true);
    default:
      return readText(question, raw);
  }
}

function isMissing(raw: unknown): boolean {
  if (raw === undefined || raw === null) return true;
  if (Array.isArray(raw)) return raw.every(isMissing);
  return typeof raw === "string" && raw.trim() === "";
}

const unreadable: Reading = { problem: { problem: "unreadable" } };
const unknownOption: Reading = { problem: { problem: "unknown_option" } };

function readSingle(question: Extract<Question, { type: "single" }>, raw: unknown): Reading {
  if (typeof raw !== "string") return unreadable;
  return question.options.some(({ value }) => value === raw) ? { answer: raw } : unknownOption;
}

function readMulti(question: Extract<Question, { type: "multi" }>, raw: unknown): Reading {
  const values = listOf(raw);
  if (!values) return unreadable;
  const known = question.options.filter(({ value }) => values.includes(value));
  if (known.length < values.length) return unknownOption;
  if (known.length > 1 && known.some(({ exclusive }) => exclusive)) {
    return { problem: { problem: "exclusive" } };
  }
  const most = question.maxChoices ?? question.options.length;
  if (known.length > most) return { problem: { problem: "too_many", limits: { most } } };
  if (known.length < question.minChoices) {
    return { problem: { problem: "too_few", limits: { least: question.minChoices } } };
  }
  return { answer: known.map(({ value }) => value) };
}

function readCommune(raw: unknown, { members, others }: CommuneChoices): Reading {
  if (Array.isArray(raw)) return { problem: { problem: "two_communes" } };
  if (typeof raw !== "string") return unreadable;
  return members.has(raw) || others.has(raw)
    ? { answer: raw }
    : { problem: { problem: "unknown_commune" } };
}

function readCommunes(
  question: Extract<Question, { type: "communes" }>,
  raw: unknown,
  { members, others }: CommuneChoices,
): Reading {
  const values = listOf(raw);
  if (!values) return unreadable;
  if (values.some((value) => !members.has(value) && !others.has(value))) {
    return { problem: { problem: "unknown_commune" } };
  }
  if (question.memberOnly && values.some((value) => !members.has(value))) {
    return { problem: { problem: "not_a_member" } };
  }
  const most = question.maxChoices;
  return values.length > most
    ? { problem: { problem: "too_many", limits: { most } } }
    : { answer: values };
}

function readNumber(
  question: Extract<Question, { type: "number" }>,
  raw: unknown,
  { sofar, isSheet }: Context,
): Reading {
  const value = numberOf(raw);
  if (value === null) return { problem: { problem: "not_a_number" } };
  const { min, max, step } = question;
  if (value < min || value > max)
    return { problem: { problem: "out_of_range", limits: { min, max } } };
  const steps = (value - min) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) {
    return { problem: { problem: "not_a_step", limits: { step } } };
  }
  const other = question.validate ? sofar[question.validate.gteField] : undefined;
  if (typeof other === "number" && value < other) {
    const problem = { problem: "below_other" as const, limits: { least: other } };
    return isSheet ? { answer: value, problem } : { problem };
  }
  return { answer: value };
}

/** A number as typed here or there: "12", "12,5", "12.5"; nothing else. */
function numberOf(raw: unknown): number | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== "string" || !/^-?\d{1,9}([.,]\d{1,4})?$/.test(raw.trim())) return null;
  return Number(raw.trim().replace(",", "."));
}

/** Pairs `row:column`; on a scale one a row, where the same row twice is unreadable. */
function readPairs(
  { rows }: { rows: { value: string }[] },
  raw: unknown,
  columns: { value: string }[],
  oneEach: boolean,
): Reading {
  const values = listOf(raw);
  if (!values) return unreadable;
  const known = rows.flatMap((row) => columns.map((column) => `${row.value}:${column.value}`));
  if (values.some((value) => !known.includes(value))) return unknownOption;
  const rowsOf = values.map((value) => value.split(":")[0]);
  if (oneEach && new Set(rowsOf).size < rowsOf.length) return unreadable;
  return { answer: known.filter((pair) => values.includes(pair)) };
}

function readText({ maxLength }: { maxLength: number }, raw: unknown): Reading {
  if (typeof raw !== "string" || !raw.isWellFormed() || raw.includes("\0")) return unreadable;
  const text = raw.replaceAll("\r\n", "\n").trim().normalize("NFC");
  return [...text].length > maxLength
    ? { problem: { problem: "too_long", limits: { most: maxLength } } }
    : { answer: text };
}

/** One box ticked is one value; the same value twice is once; anything but short texts is unreadable. */
function listOf(raw: unknown): string[] | null {
  const list: unknown[] = Array.isArray(raw) ? raw : [raw];
  if (list.length > 400) return null;
  const texts = list.filter(
    (each): each is string => typeof each === "string" && each.length < 130,
  );
  return texts.length === list.length ? [...new Set(texts)].filter((text) => text !== "") : null;
}
