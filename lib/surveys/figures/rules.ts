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
import { withConsistentPrices } from "../diagnosis/prices/rules";
import { linesByCommune } from "../diagnosis/publication/rules";
import { countedAt, residenceOf } from "../diagnosis/respondents/rules";
import type { Assumptions, Response } from "../diagnosis/schema";
import { publishedParts } from "../disclosure/rules";
import { smallestCrossedGroup, smallestGroup } from "../disclosure/schema";
import { eachTally, type Tallies, talliesOf } from "../disclosure/tallies/rules";
import { type OfWave, takenIn } from "../disclosure/waves/rules";
import type { Question, Questionnaire } from "../questionnaires/schema";
import { type CommuneOfTerritory, followedCoverage } from "../turnout/rules";
import { type Column, columnsOf, makesParts } from "./columns/rules";
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
  const summed = takenIn(responses);
  const columns = columnsOf(questionnaire, summed.map(withConsistentPrices));
  const everybody = summed.map(({ wave }, rank) => ({ rank, wave }));
  const tables = new Map<string, ResultTable>();
  const withheld: string[] = [];
  // By each question that others hang on, how whoever reads the tables so far may divide the respondents.
  const known = new Map<string, Respondent[][]>();
  for (const [id, column] of columns) {
    const { gates, asked } = column;
    const table = makesParts(column.question) ? partsOf(column, batch) : ticksOf(column, batch);
    const cells = gates.map(
      (gate) => known.get(gate) ?? linesOf(tables.get(gate), columns.get(gate), everybody),
    );
    if (table && cells.flat().every((cell) => dividesSafely(cell, asked))) {
      tables.set(id, table);
      for (const [at, gate] of gates.entries()) known.set(gate, divided(cells[at] ?? [], asked));
    } else withheld.push(id);
  }
  return { tables, withheld };
}

function partsOf(column: Column, batch: number): ResultTable | null {
  const {
    question: { id: question },
    tallies: { all, waves },
  } = column;
  const came = [...waves.values()].map(({ counts }) => counts);
  const lines = publishedParts(all.counts, smallestGroup, noAnswer, came);
  if (!lines) return null;
  const told = lines.map(({ keys, count }) => ({ values: keys, count }));
  return { question, kind: "parts", base: countedIn({ lines: told }), lines: told, batch };
}

/** Null when those who did not answer are too few not to be found: they are the rest of the base. */
function ticksOf({ question, tallies }: Column, batch: number): ResultTable | null {
  const { all } = tallies;
  const base = all.answered;
  if (base < smallestGroup || !isPartShown(tallies)) return null;
  const lines = valuesOf(question).map((value) => {
    const isTold = eachTally(tallies).every(({ counts, answered }) =>
      isShown(counts.get(value) ?? 0, answered),
    );
    return { values: [value], count: isTold ? (all.counts.get(value) ?? 0) : null };
  });
  return { question: question.id, kind: "choices", base, lines, batch };
}

/** Neither those who ticked it nor those who did not are a few; nobody at all is nothing to hide. */
function isShown(count: number, base: number): boolean {
  return [count, base - count].every((part) => part === 0 || part >= smallestGroup);
}

/** Whether those who answered, or were asked, are shown: of all, and of each wave. */
function isPartShown(tallies: Tallies): boolean {
  return eachTally(tallies).every(({ answered, whole }) => isShown(answered, whole));
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

/** One of those who answered, by their rank among them. */
type Respondent = { rank: number } & OfWave;

/** Respondents as the table of a question puts them together; all of them where it has none, or counts ticks. */
function linesOf(
  table: ResultTable | undefined,
  column: Column | undefined,
  everybody: Respondent[],
): Respondent[][] {
  if (table?.kind !== "parts") return [everybody];
  const parts = Map.groupBy(everybody, ({ rank }) => column?.parts[rank]);
  return table.lines.map(({ values }) => values.flatMap((value) => parts.get(value) ?? []));
}

/**
 * Whether those asked a question are nobody or enough of people known together, and so are the others. A table
 * tells how many were not asked: with those of other questions that hang on the same one, and the lines of that
 * one, each of these divisions is found by subtraction, and nothing finer is.
 */
function dividesSafely(cell: readonly Respondent[], asked: readonly boolean[]): boolean {
  return isPartShown(talliesOf(cell, ({ rank }) => (asked[rank] ? [] : null)));
}

function divided(cells: readonly Respondent[][], asked: readonly boolean[]): Respondent[][] {
  return cells
    .flatMap((cell) => [true, false].map((is) => cell.filter(({ rank }) => asked[rank] === is)))
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
