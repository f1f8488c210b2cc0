import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wishesOf } from "@/lib/surveys/diagnosis/demand/rules";
import { heldWishes } from "@/lib/surveys/diagnosis/held/rules";
import { shownIncome, tariffFor } from "@/lib/surveys/diagnosis/income/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const many = (count: number, answers: Answers) =>
  Array.from({ length: count }, () => aResponse({ communes_souhaitees: ["46182"], ...answers }));
const incomeOf = (responses: ReturnType<typeof many>, given = usual) =>
  shownIncome(heldWishes(survey, wishesOf(survey, responses, given)), given);

describe("simulated income", () => {
  const daily = { interet: "certain", frequence: "quotidien", formule: "mensuel_illimite" };

  test("the least of what one would pay and what it costs, weighted by intent", () => {
    expect(incomeOf(many(5, { ...daily, budget_mois: "50_99" }))).toBeCloseTo(5 * 0.6 * 75, 9);
    expect(incomeOf(many(5, { ...daily, budget_mois: "250" }))).toBeCloseTo(5 * 0.6 * 120, 9);
    const sure = { ...usual, intentWeights: { certain: 1 } };
    expect(incomeOf(many(5, { ...daily, budget_mois: "50_99" }), sure)).toBeCloseTo(375, 9);
  });

  test("is not told of four, nor of five of whom one alone has a budget", () => {
    expect(incomeOf(many(4, { ...daily, budget_mois: "50_99" }))).toBeNull();
    const one = many(1, { ...daily, budget_mois: "250" });
    expect(incomeOf([...many(4, { ...daily, budget_mois: "0" }), ...one])).toBeNull();
    expect(incomeOf([])).toBeNull();
  });

  test("each formula has its cost; whoever does not know takes the cheapest", () => {
    expect(tariffFor("demi_journee", 2, usual)).toBe(32);
    expect(tariffFor("carnet", 2, usual)).toBe(26);
    expect(tariffFor("heure", 1, usual)).toBe(21);
    expect(tariffFor("nsp", 2, usual)).toBe(26);
    expect(tariffFor("nsp", 20, usual)).toBe(60);
  });
});

test("at the usual tariffs it is what each would pay, however unlike they are", () => {
  const each = fc.record({
    interet: fc.constantFrom("certain", "probable"),
    frequence: fc.constantFrom("quotidien", "1_2_sem", "1_mois"),
    formule: fc.constantFrom("heure", "demi_journee", "carnet", "mensuel_partiel", "nsp"),
    budget_mois: fc.constantFrom("20_49", "50_99", "250"),
  });
  fc.assert(
    fc.property(fc.array(each, { minLength: 40, maxLength: 90 }), (list) => {
      const responses = list.flatMap((answers) => many(1, answers));
      const wishes = heldWishes(survey, wishesOf(survey, responses, usual));
      const paid = wishes.map((wish) => {
        const cost = tariffFor(wish.formula, wish.declaredDays / wish.persons, usual);
        return wish.intentWeight * Math.min(wish.budget ?? 0, cost);
      });
      const told = shownIncome(wishes, usual);
      fc.pre(told !== null);
      expect(told).toBeCloseTo(
        paid.reduce((sum, euros) => sum + euros, 0),
        6,
      );
    }),
    { numRuns: 60 },
  );
});

describe("whoever moves tariffs", () => {
  const euros: Record<string, number> = {
    ...{ "0": 0, "1_19": 10, "20_49": 35, "50_99": 75, "100_149": 125, "250": 250 },
  };

  const half = (budget_mois: string, frequence = "1_2_sem") => ({
    ...{ interet: "certain", formule: "demi_journee", frequence, budget_mois },
  });

  test("reads nothing of the only one who wants a formula", () => {
    const only = { interet: "certain", formule: "mensuel_partiel", frequence: "quotidien" };
    const responses = [...many(12, half("100_149")), ...many(1, { ...only, budget_mois: "250" })];
    const at = (partialMonthPrice: number) => incomeOf(responses, { ...usual, partialMonthPrice });
    // Whoever does not know takes the cheapest: theirs is found among twelve others'.
    expect(at(10_000)).toBe(at(9_000));
    expect((at(10_000) ?? 0) - (at(0) ?? 0)).not.toBeCloseTo(0.6 * 250, 1);
  });

  test("sees the figure bend where five people and more stop paying, never where one does", () => {
    const budgets = fc.array(fc.constantFrom("0", "1_19", "20_49", "50_99", "100_149", "250"), {
      ...{ minLength: 5, maxLength: 30 },
    });
    fc.assert(
      fc.property(budgets, (list) => {
        const responses = list.flatMap((budget) => many(1, half(budget)));
        const at = (halfDayPrice: number) => incomeOf(responses, { ...usual, halfDayPrice });
        const curve = Array.from({ length: 120 }, (_, index) => at(index / 4));
        if (curve.includes(null)) return;
        // Where nobody pays all, everybody pays their budget, in the proportion of the usual tariffs.
        const budgeted = list.reduce((all, budget) => all + (euros[budget] ?? 0), 0);
        const proportion = (at(100_000) ?? 0) / (0.6 * budgeted);
        if (budgeted === 0) return;
        const slopes = curve.slice(1).map((value, index) => (value ?? 0) - (curve[index] ?? 0));
        // Twelve half-days a month: each person still paying adds 0.6 × 12 × 0.25 a step; where a step is
        // as the one before, nobody stopped paying within it.
        const still = slopes.map(
          (slope) => Math.round((1_000 * slope) / (proportion * 0.6 * 12 * 0.25)) / 1_000,
        );
        const steady = still.filter((count, index) => count === still[index - 1]);
        const drops = steady.slice(1).map((count, index) => (steady[index] ?? 0) - count);
        expect(drops.filter((drop) => drop > 0 && drop < 5)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test("whoever comes later is in no mean of those before: whatever is supposed, the two add up", () => {
  const kinds = [
    { frequence: "quotidien", formule: "heure", budget_mois: "50_99" },
    { frequence: "1_2_sem", formule: "carnet", budget_mois: "1_19" },
    { frequence: "1_2_sem", formule: "heure", budget_mois: "100_149" },
  ];
  const wave = (sizes: number[], number: number) =>
    sizes.flatMap((size, index) =>
      many(size, { interet: "certain", ...kinds[index] }).map((each) => ({
        ...each,
        wave: number,
      })),
    );
  const [first, later] = [wave([6, 5, 3], 0), wave([2, 2, 4], 1)];
  for (const hourPrice of [0, 1, 3, 40]) {
    const given = { ...usual, hourPrice };
    const apart = [first, later].map((each) => incomeOf(each, given) ?? Number.NaN);
    expect(incomeOf([...first, ...later], given)).toBeCloseTo((apart[0] ?? 0) + (apart[1] ?? 0), 9);
  }
});
