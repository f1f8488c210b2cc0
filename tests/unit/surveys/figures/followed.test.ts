import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf as staffFiguresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { figuresOf } from "@/lib/surveys/figures/rules";
import {
  type Figures,
  figures,
  leavesWaiting,
  type ResultTable,
  residentsIn,
} from "@/lib/surveys/figures/schema";
import { nextFigures } from "@/lib/surveys/publications/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const profiles = ["teletravailleur", "independant", "association", "porteur_projet"];
const budgets = ["0", "20_50", "50_100", ""];
const homes = communesOfTests.map(({ insee }) => insee);

const aPerson = fc.record({
  profil: fc.constantFrom(...profiles),
  budget_mois: fc.constantFrom(...budgets),
  commune_residence: fc.constantFrom(...homes),
});
/** Who came in each batch, five at least in each; each is taken into the sums but the last, which waits. */
const batches = fc.array(fc.array(aPerson, { minLength: 5, maxLength: 12 }), {
  minLength: 3,
  maxLength: 9,
});
type Person = { profil: string; budget_mois: string; commune_residence: string };

function responsesOf(came: readonly Person[][]): Response[] {
  return came.flatMap((people, index) =>
    people.map(({ budget_mois: budget, ...answers }) => ({
      ...aResponse(budget === "" ? answers : { ...answers, budget_mois: budget }),
      batch: index + 1,
      wave: index + 1 < came.length || came.length < 3 ? index : null,
    })),
  );
}

function published(came: readonly Person[][]): Figures {
  const made = figuresOf({
    ...{ questionnaire: survey, responses: responsesOf(came), communes: communesOfTests },
    ...{ assumptions: assumptions.parse({}), batch: came.length },
  });
  if (!made) throw new Error("too few answers for a publication");
  return made;
}

const sumOf = ({ lines }: ResultTable) => lines.reduce((sum, { count }) => sum + (count ?? 0), 0);
const tableOf = ({ tables }: Figures, id: string) => tables.find(({ question }) => question === id);
const partsOf = ({ tables }: Figures) => tables.filter(({ kind }) => kind === "parts");

/** Its percentages, were they said with all the decimals. */
const percentagesOf = (table: ResultTable) =>
  table.lines.reduce((sum, { count }) => sum + (100 * (count ?? 0)) / table.base, 0);

/** What is published after each batch but the first, by whoever published all along. */
function publicationsOf(came: readonly Person[][]): Figures[] {
  const told: Figures[] = [];
  for (let last = 2; last <= came.length; last++) {
    told.push(nextFigures(told, published(came.slice(0, last))));
  }
  return told;
}

describe("after batch upon batch", () => {
  test("the base of each table is the sum of its lines, and its percentages are of that base", () => {
    let waited = 0;
    fc.assert(
      fc.property(batches, (came) => {
        const told = published(came);
        for (const table of partsOf(told)) {
          expect(table.base).toBe(sumOf(table));
          expect(percentagesOf(table)).toBeCloseTo(100, 9);
          expect(table.base).toBeLessThanOrEqual(told.responses);
          const waiting = told.responses - table.base;
          expect(leavesWaiting(table, told.responses)).toBe(waiting > 0);
          // Everybody subtracts: those who wait are nobody or five.
          expect(waiting === 0 || waiting >= 5).toBe(true);
          waited += waiting;
        }
        const away = told.responses - residentsIn(told.residence);
        expect(away === 0 || away >= 5).toBe(true);
      }),
      { numRuns: 60 },
    );
    // Some do wait in these histories, else nothing was proved.
    expect(waited).toBeGreaterThan(0);
  });

  test("the last publication, and each one before it, is of the lines it tells", () => {
    let waited = 0;
    fc.assert(
      fc.property(batches, (came) => {
        for (const publication of publicationsOf(came)) {
          for (const table of partsOf(publication)) expect(table.base).toBe(sumOf(table));
          waited += partsOf(publication).filter((table) =>
            leavesWaiting(table, publication.responses),
          ).length;
        }
      }),
      { numRuns: 30 },
    );
    expect(waited).toBeGreaterThan(0);
  });

  test("staff read profiles and budgets of the same people as their percentages", () => {
    fc.assert(
      fc.property(batches, (came) => {
        const shown = staffFiguresOf(
          ...([survey, responsesOf(came), communesOfTests, assumptions.parse({})] as const),
        );
        const lines = shown.budgets?.lines ?? [];
        const sum = lines.reduce((all, { count }) => all + count, 0);
        expect(shown.budgets?.base ?? 0).toBe(sum);
        expect(shown.bases.budgets).toBe(sum);
        expect(shown.bases.budgets).toBe(tableOf(published(came), "budget_mois")?.base ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});

test("a batch stored with all who answered for a base is read with the sum of its lines", () => {
  const came = Array.from({ length: 3 }, () =>
    Array.from(
      { length: 7 },
      (_, rank): Person => ({
        profil: profiles[rank % 2] ?? "",
        budget_mois: "0",
        commune_residence: homes[0] ?? "",
      }),
    ),
  );
  const made = published(came);
  const stored = {
    ...made,
    tables: made.tables.map((table) => (table.kind === "parts" ? { ...table, base: 999 } : table)),
  };
  expect(figures.parse(JSON.parse(JSON.stringify(stored)))).toEqual(made);
});
