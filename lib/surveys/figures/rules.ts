import { holds, questionsOf } from "../conditions/rules";
import {
  desksFor,
  entriesOf,
  peakOf,
  peopleOf,
  shownPeak,
  type Wish,
  wishesOf,
} from "../diagnosis/demand/rules";
import { heldWishes } from "../diagnosis/held/rules";
import { bandOf, withConsistentPrices } from "../diagnosis/prices/rules";
import { linesByCommune } from "../diagnosis/publication/rules";
import { countEach, countedAt, residenceOf } from "../diagnosis/respondents/rules";
import { listOf } from "../diagnosis/rules";
import { type Assumptions, type Response, roles } from "../diagnosis/schema";
import { publishedParts } from "../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../disclosure/schema";
import { holdsInEach, laterWaves, takenIn } from "../disclosure/waves/rules";
import type { Answer, Question, Questionnaire } from "../questionnaires/schema";
import { type CommuneOfTerritory, followedCoverage } from "../turnout/rules";
import { type CommuneTable, countedIn, type Figures, noAnswer, type ResultTable } from "./schema";

type Given = {
  questionnaire: Questionnaire;
  responses: readonly Response[];
  /** Those of the territory only. */
  communes: readonly CommuneOfTerritory[];
  assumptions: Assumptions;
  batch: number;
};

/**
 * Everything of a campaign that may be published, from its answers; null under five of them. What staff read of
 * it in sums is of those taken in, wave by wave, as theirs: the two may be subtracted.
 */
export function figuresOf(given: Given): Figures | null {
  const { questionnaire, responses, batch } = given;
  if (responses.length < smallestGroup) return null;
  const { tables, withheld } = tablesOf(questionnaire, responses, batch);
  const told = { responses: responses.length, tables: [...tables.values()], withheld };
  return { ...told, ...communeTables(given) };
}

/**
 * The table of each question, and the questions whose table would give a few away: what everybody may read,
 * and what staff read too rather than the same answers put together otherwise.
 */
export function tablesOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  batch: number,
): { tables: Map<string, ResultTable>; withheld: string[] } {
  const summed = takenIn(responses).map(withConsistentPrices);
  const tables = new Map<string, ResultTable>();
  const withheld: string[] = [];
  // By each question that others hang on, how whoever reads the tables so far may divide the respondents.
  const known = new Map<string, Response[][]>();
  const placed = questionnaire.sections.flatMap(({ questions, showIf }) =>
    questions.map((question) => ({ question, showIf })),
  );
  for (const { question, showIf } of placed) {
    if (!isTabulated(question)) continue;
    // What is kept of an answer is what was asked: its gates are as they were read.
    const isAsked = ({ answers }: Response) =>
      holds(showIf, answers) && holds(question.showIf, answers);
    const table = tableOf(question, summed, batch);
    const gates = gatesOf(questionnaire, question.id);
    const cells = gates.map((id) => known.get(id) ?? linesOf(tables.get(id), id, summed));
    if (table && cells.flat().every((cell) => dividesSafely(cell, isAsked))) {
      tables.set(question.id, table);
      for (const [at, id] of gates.entries()) known.set(id, divided(cells[at] ?? [], isAsked));
    } else withheld.push(question.id);
  }
  return { tables, withheld };
}

const bandedQuestions: readonly string[] = [roles.fairPrice, roles.dearPrice];

/** Free texts are read by people first, communes have tables of their own, other numbers none. */
function isTabulated({ id, type }: Question): boolean {
  return ["single", "multi", "grid", "scale"].includes(type) || bandedQuestions.includes(id);
}

function tableOf(
  question: Question,
  responses: readonly Response[],
  batch: number,
): ResultTable | null {
  if (question.type === "single" || question.type === "number") {
    return partsOf(question.id, responses, batch);
  }
  return ticksTableOf(question, responses, batch);
}

function partsOf(id: string, responses: readonly Response[], batch: number): ResultTable | null {
  const keyOf = ({ answers }: Response) => partOf(answers[id]);
  const [counts = new Map(), ...waves] = [responses, ...laterWaves(responses)].map((some) =>
    countEach(some.map(keyOf)),
  );
  const lines = publishedParts(counts, smallestGroup, noAnswer, waves);
  if (!lines) return null;
  const told = lines.map(({ keys, count }) => ({ values: keys, count }));
  return { question: id, kind: "parts", base: countedIn({ lines: told }), lines: told, batch };
}

/** Which part of the respondents an answer puts one in. */
function partOf(answer: Answer | undefined): string {
  return typeof answer === "number" ? bandOf(answer) : String(answer ?? noAnswer);
}

/** Null when those who did not answer are too few not to be found: they are the rest of the base. */
function ticksTableOf(
  question: Question,
  responses: readonly Response[],
  batch: number,
): ResultTable | null {
  const isAnswered = ({ answers }: Response) => answers[question.id] !== undefined;
  const answered = responses.filter(isAnswered);
  const base = answered.length;
  const isSilenceTold = holdsInEach(responses, (some) =>
    isShown(some.filter(isAnswered).length, some.length),
  );
  if (base < smallestGroup || !isSilenceTold) return null;
  const [counts, ...waves] = [answered, ...laterWaves(answered)].map((some) => ({
    base: some.length,
    of: countEach(some.flatMap(({ answers }) => tickedOf(question, answers))),
  }));
  const lines = valuesOf(question).map((value) => {
    const count = counts?.of.get(value) ?? 0;
    const isTold =
      isShown(count, base) && waves.every((wave) => isShown(wave.of.get(value) ?? 0, wave.base));
    return { values: [value], count: isTold ? count : null };
  });
  return { question: question.id, kind: "choices", base, lines, batch };
}

/** Neither those who ticked it nor those who did not are a few; nobody at all is nothing to hide. */
function isShown(count: number, base: number): boolean {
  return [count, base - count].every((part) => part === 0 || part >= smallestGroup);
}

function valuesOf(question: Question): string[] {
  if (question.type === "grid") {
    return question.rows.flatMap(({ value }) =>
      question.columns.map((column) => `${value}:${column.value}`),
    );
  }
  if (question.type === "scale") return question.rows.map(({ value }) => value);
  return "options" in question ? question.options.map(({ value }) => value) : [];
}

/** Of a scale, the rows given its highest mark: what is called essential. */
function tickedOf(question: Question, answers: Response["answers"]): string[] {
  const ticked = listOf(answers, question.id);
  if (question.type !== "scale") return ticked;
  const [top] = [...question.scale].sort((a, b) => b.score - a.score);
  return ticked.flatMap((pair) => {
    const [row = "", level] = pair.split(":");
    return level === top?.value ? [row] : [];
  });
}

/** Questions whose answers decide whether this one is asked. */
function gatesOf(questionnaire: Questionnaire, id: string): string[] {
  const section = questionnaire.sections.find(({ questions }) =>
    questions.some((each) => each.id === id),
  );
  const question = section?.questions.find((each) => each.id === id);
  return [...new Set([...questionsOf(section?.showIf), ...questionsOf(question?.showIf)])];
}

/** Respondents as the table of a question puts them together; all of them where it has none, or counts ticks. */
function linesOf(
  table: ResultTable | undefined,
  id: string,
  responses: readonly Response[],
): Response[][] {
  if (table?.kind !== "parts") return [[...responses]];
  const parts = Map.groupBy(responses, ({ answers }) => partOf(answers[id]));
  return table.lines.map(({ values }) => values.flatMap((value) => parts.get(value) ?? []));
}

type IsAsked = (response: Response) => boolean;

/**
 * Whether those asked a question are nobody or enough of people known together, and so are the others. A table
 * tells how many were not asked: with those of other questions that hang on the same one, and the lines of that
 * one, each of these divisions is found by subtraction, and nothing finer is.
 */
function dividesSafely(cell: readonly Response[], isAsked: IsAsked): boolean {
  return holdsInEach(cell, (some) => isShown(some.filter(isAsked).length, some.length));
}

function divided(cells: readonly Response[][], isAsked: IsAsked): Response[][] {
  return cells
    .flatMap((cell) => [cell.filter(isAsked), cell.filter((response) => !isAsked(response))])
    .filter(({ length }) => length > 0);
}

function communeTables({ questionnaire, responses, communes, assumptions, batch }: Given) {
  const interested = wishesOf(questionnaire, takenIn(responses), assumptions);
  const wishes = heldWishes(questionnaire, interested);
  const bourgOf = new Map(
    communes.map(({ insee, nearestBourg }) => [insee, nearestBourg ?? insee]),
  );
  return {
    residence: { lines: followedCoverage(countedAt(responses, residenceOf), communes), batch },
    wished: byCommune(wishes, bourgOf, batch),
    desks: desksTable(wishes, bourgOf, assumptions, batch),
  };
}

function byCommune(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  batch: number,
): CommuneTable {
  const entries = entriesOf(wishes, (commune) => commune);
  const lines = linesByCommune(entries, bourgOf, smallestCrossedGroup, [], peopleOf(wishes));
  return { lines: lines.map(({ value: _, ...line }) => line), batch };
}

/** Desks by bourg, eleven respondents at least, none of whom is nearly the whole of the sum; how many is not told. */
function desksTable(
  wishes: readonly Wish[],
  bourgOf: ReadonlyMap<string, string>,
  assumptions: Assumptions,
  batch: number,
): Figures["desks"] {
  const { peakToMean } = shownPeak(peakOf(wishes, assumptions), wishes);
  const of = (own: readonly Wish[]) => entriesOf(own, (commune) => bourgOf.get(commune) ?? commune);
  const [without = [], wanting = []] = [true, false].map((none) =>
    of(wishes.filter(({ wantsNoDesk }) => wantsNoDesk === none)),
  );
  const lines = linesByCommune(wanting, new Map(), smallestCrossedGroup, without).map(
    ({ communes, respondents, value }) => ({
      communes,
      respondents,
      personDays: value,
      desks: desksFor(value, peakToMean ?? assumptions.peakToMeanDefault, assumptions),
    }),
  );
  const { fewestDesksOccupancy, targetOccupancy, mostDesksOccupancy } = assumptions;
  return { lines, fewestDesksOccupancy, targetOccupancy, mostDesksOccupancy, batch };
}
