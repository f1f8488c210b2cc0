import { describe, expect, test } from "vitest";
import { readAnswers } from "@/lib/surveys/answers/rules";
import { figuresOf as staffFiguresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { figuresOf } from "@/lib/surveys/figures/rules";
import { takesIn, waveOf } from "@/lib/surveys/publications/waves/rules";
import reference from "@/prisma/data/communes-reference.json" with { type: "json" };
import { inventedAnswers } from "@/prisma/seed/demo-answers";
import { chanceFrom } from "@/prisma/seed/demo-history";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const communes = reference.communes.map(({ insee, name, population, member, center, ...rest }) => ({
  ...{ insee, name, population, isMember: member === true },
  nearestBourg: rest.nearestBourg ?? null,
  ...{ longitude: center[0] ?? 0, latitude: center[1] ?? 0 },
}));
const members = communes.filter(({ isMember }) => isMember);
const choices = {
  members: new Set(members.map(({ insee }) => insee)),
  others: new Set(["ailleurs_46", "ailleurs_fr", "nsp"]),
};
const weeks = 13;
/** Two weeks and a day in which sheets are still entered; the day after, nothing can come. */
const weeksOfSheets = 3;

type Rule = typeof takesIn;

/** A campaign of three months with so many answers each week, counted every week, as staff read it at its end. */
function season(seed: number, arrivals: readonly number[], rule: Rule = takesIn): Response[] {
  const chance = chanceFrom(seed);
  const batches: { number: number; takesIn: boolean }[] = [];
  const came: { response: Response; batch: number }[] = [];
  let summed = 0;
  for (let week = 1; week <= weeks + weeksOfSheets; week++) {
    for (let index = 0; index < (arrivals[week - 1] ?? 0); index++) {
      const { answers } = readAnswers(survey, inventedAnswers(chance, members), choices);
      came.push({ response: aResponse(answers), batch: week });
    }
    const waiting = came.length - summed;
    const isOver = week === weeks + weeksOfSheets;
    const taken = rule({ summed, waiting, elapsed: week / weeks, isOver });
    batches.push({ number: week, takesIn: taken });
    if (taken) summed = came.length;
  }
  const waves = waveOf(batches);
  return came.map(({ response, batch }) => ({ ...response, batch, wave: waves(batch) }));
}

/** What is told at the end: lines of demand, half-days of the working week, the peak, tables everybody reads. */
function toldOf(responses: readonly Response[]) {
  const given = assumptions.parse({});
  const { demand, peak, personDays } = staffFiguresOf(survey, responses, communes, given);
  const world = { questionnaire: survey, communes: members, assumptions: given, batch: 1 };
  return {
    demand: demand.length,
    halfDays: [...peak.bySlot.values()].filter((value) => value !== null).length,
    hasPeak: peak.peakToMean !== null,
    hasDays: personDays !== null,
    tables: figuresOf({ ...world, responses })?.tables.length ?? 0,
    versions: new Set(responses.map(({ wave }) => wave)).size,
  };
}

const even = (all: number) => Array.from({ length: weeks }, () => Math.round(all / weeks));
const atFirst = [60, 40, 30, 20, 15, 10, 10, 10, 10, 10, 10, 10, 5, 5];
const fewAtFirst = [30, 20, 12, 8, 6, 5, 4, 3, 3, 3, 2, 2, 2];
const atTheEnd = [3, 3, 3, 3, 3, 3, 5, 10, 20, 30, 40, 50, 60, 7];

describe("what is told at the end of a campaign of three months", () => {
  test.each([
    ["as many each week", even(240)],
    ["most in the first month", atFirst],
    ["most in the last", atTheEnd],
  ])("of 240 answers, %s: demand, half-days, peak and tables", (_, arrivals) => {
    for (const seed of [1, 2, 3]) {
      const told = toldOf(season(seed, arrivals));
      expect(told).toMatchObject({ hasDays: true, hasPeak: true, versions: 1 });
      expect(told.demand).toBeGreaterThanOrEqual(3);
      expect(told.halfDays).toBeGreaterThanOrEqual(8);
      expect(told.tables).toBeGreaterThanOrEqual(19);
    }
  });

  test.each([
    ["as many each week", even(100)],
    ["most in the first month", fewAtFirst],
  ])("of 100 answers, %s: the same, of fewer", (_, arrivals) => {
    for (const seed of [1, 2, 3]) {
      const told = toldOf(season(seed, arrivals));
      expect(told).toMatchObject({ hasDays: true, hasPeak: true, versions: 1, demand: 2 });
      expect(told.halfDays).toBeGreaterThanOrEqual(4);
      expect(told.tables).toBeGreaterThanOrEqual(18);
    }
  });

  test("of twice as many, that there was a version before leaves most of it", () => {
    const told = toldOf(
      season(
        1,
        atFirst.map((count) => 2 * count),
      ),
    );
    expect(told).toMatchObject({ hasDays: true, hasPeak: true, versions: 2, demand: 2 });
    expect(told.halfDays).toBeGreaterThanOrEqual(5);
  });

  test("would be nearly nothing, were the sums told at thirty answers and half way", () => {
    const often: Rule = ({ summed, waiting, elapsed, isOver }) =>
      waiting >= (isOver || (summed === 0 && elapsed < 0.5) ? 30 : Math.max(150, summed));
    const told = toldOf(season(1, even(240), often));
    expect(told).toMatchObject({ demand: 1, halfDays: 0, hasPeak: false, versions: 3 });
  });
});
