import { describe, expect, test } from "vitest";
import {
  incomeOf,
  medianOf,
  prices,
  shownPricesByKind,
  shownWillingness,
  tariffFor,
  willingnessOf,
} from "@/lib/surveys/diagnosis/prices/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});

describe("willingness to pay for a half-day", () => {
  const priced = (good: number, dear: number) =>
    aResponse({ prix_demi_bon: good, prix_demi_cher: dear });
  const { acceptable, fair, ...rest } = willingnessOf([
    priced(6, 10),
    priced(8, 12),
    priced(9, 5),
    aResponse({ prix_demi_bon: 10 }),
  ]);
  const at = (curve: typeof fair, price: number) =>
    curve.find((point) => point.price === price)?.share;

  test("the curves go from 0 to 30 € by half euros", () => {
    expect(prices).toHaveLength(61);
    expect([prices[0], prices[1], prices[60]]).toEqual([0, 0.5, 30]);
  });

  test("who put the dear price below the fair one is left out, and counted", () => {
    expect(rest).toEqual({
      medianDear: 11,
      medianFair: 8,
      baseDear: 2,
      baseFair: 3,
      inconsistent: 1,
    });
  });

  test("a price is acceptable to those for whom it is not yet too dear, fair to those who said so or more", () => {
    expect(at(acceptable, 9.5)).toBe(1);
    expect(at(acceptable, 10)).toBe(0.5);
    expect(at(acceptable, 12)).toBe(0);
    expect(at(fair, 6)).toBe(1);
    expect(at(fair, 8)).toBeCloseTo(2 / 3, 9);
  });

  test("nobody answering is no curve at zero", () => {
    expect(willingnessOf([]).fair[0]?.share).toBeNull();
  });
});

describe("willingness as it is told", () => {
  const priced = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aResponse({ prix_demi_bon: 6 + (index % 3), prix_demi_cher: 12 }),
    );
  const told = (count: number) => shownWillingness(willingnessOf(priced(count)));

  test("under eleven neither a curve nor a median, which would be somebody's price", () => {
    expect(told(10)).toBeNull();
    expect(told(11)).toMatchObject({ medianFair: 7, medianDear: 12 });
  });

  test("a curve is of shares: none under thirty", () => {
    expect(told(29)).toMatchObject({ fair: [], acceptable: [] });
    expect(told(30)?.fair).toHaveLength(61);
  });

  test("each curve and each median by those who named its own price", () => {
    const fairOnly = Array.from({ length: 30 }, () => aResponse({ prix_demi_bon: 8 }));
    expect(shownWillingness(willingnessOf([...fairOnly, ...priced(4)]))).toMatchObject({
      ...{ acceptable: [], medianDear: null, medianFair: 8 },
    });
  });
});

describe("simulated income", () => {
  test("the least of what one would pay and what it costs, weighted by intent", () => {
    const daily = { interet: "certain", frequence: "quotidien", formule: "mensuel_illimite" };
    expect(incomeOf(survey, [aResponse({ ...daily, budget_mois: "50_99" })], usual).income).toBe(
      0.6 * 75,
    );
    expect(incomeOf(survey, [aResponse({ ...daily, budget_mois: "250" })], usual).income).toBe(
      0.6 * 120,
    );
    expect(incomeOf(survey, [aResponse({ interet: "non" })], usual).income).toBe(0);
    const sure = { ...usual, intentWeights: { certain: 1 } };
    expect(incomeOf(survey, [aResponse({ ...daily, budget_mois: "50_99" })], sure).income).toBe(75);
  });

  test("each formula has its cost; whoever does not know takes the cheapest", () => {
    expect(tariffFor("demi_journee", 2, usual)).toBe(32);
    expect(tariffFor("carnet", 2, usual)).toBe(26);
    expect(tariffFor("heure", 1, usual)).toBe(21);
    expect(tariffFor("nsp", 2, usual)).toBe(26);
    expect(tariffFor("nsp", 20, usual)).toBe(60);
  });
});

test("the median is the middle, or between the two middles", () => {
  expect(medianOf([])).toBeNull();
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([4, 1, 3, 2])).toBe(2.5);
});

test("what whoever ticked a kind of place would pay is told from eleven of them on", () => {
  const pays = (count: number, space: string, fair: number) =>
    Array.from({ length: count }, () =>
      aResponse({ espaces: [space], prix_demi_bon: fair, prix_demi_cher: fair + 5 }),
    );
  const told = shownPricesByKind(survey, [
    ...pays(11, "poste_ouvert", 8),
    ...pays(6, "bureau_ferme", 12),
    ...pays(5, "bureau_dedie", 14),
    ...pays(10, "salle_reunion", 20),
  ]);
  expect(told.get("desk")).toEqual({ medianFair: 8, medianDear: 13 });
  expect(told.get("office")).toEqual({ medianFair: 12, medianDear: 17 });
  expect(told.get("room")).toBeNull();
});
