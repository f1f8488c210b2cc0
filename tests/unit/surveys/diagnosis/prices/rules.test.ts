import { describe, expect, test } from "vitest";
import {
  bandOf,
  middleOf,
  prices,
  shownPricesByKind,
  shownWillingness,
  willingnessOf,
} from "@/lib/surveys/diagnosis/prices/rules";
import { tablesOf } from "@/lib/surveys/figures/rules";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();

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

  test("who put the dear price below the fair one is left out, and it is said", () => {
    expect(rest).toEqual({
      medianDear: 11,
      medianFair: 8,
      baseDear: 2,
      baseFair: 3,
      leavesOut: true,
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

test("the median is the mean of the five or six in the middle, to the half of a euro", () => {
  expect(middleOf([])).toBeNull();
  expect(middleOf([5, 1, 3])).toBe(3);
  expect(middleOf([4, 1, 3, 2])).toBe(2.5);
  // Of seven: 2, 3, 9, 10 and 11 are in the middle; 9 alone would be somebody's price.
  expect(middleOf([1, 2, 3, 9, 10, 11, 40])).toBe(7);
  expect(middleOf([0, 0, 1, 2, 3, 4, 5, 6, 99, 99])).toBe(3.5);
});

describe("willingness as it is told", () => {
  const priced = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      aResponse({ prix_demi_bon: 6 + (index % 3), prix_demi_cher: 12 }),
    );
  const shown = (responses: ReturnType<typeof priced>) =>
    shownWillingness(willingnessOf(responses), responses, tablesOf(survey, responses, 1).tables);
  const told = (count: number) => shown(priced(count));

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
    expect(shown([...fairOnly, ...priced(4)])).toMatchObject({
      ...{ acceptable: [], medianDear: null, medianFair: 8 },
    });
  });
});

describe("curves as they may be shown", () => {
  const named = (count: number, prix_demi_bon?: number) =>
    Array.from({ length: count }, () =>
      aResponse(prix_demi_bon === undefined ? {} : { prix_demi_bon, prix_demi_cher: 25 }),
    );
  const fairAt = (responses: ReturnType<typeof named>) =>
    shownWillingness(
      willingnessOf(responses),
      responses,
      tablesOf(survey, responses, 1).tables,
    )?.fair.flatMap(({ price, share }) => (share === null ? [] : [[price, share]]));

  test("stand at the edges of the bands of five euros", () => {
    const responses = [...named(20, 4), ...named(10, 7), ...named(10, 12)];
    expect(fairAt(responses)).toEqual([
      [0, 1],
      [5, 0.5],
      [10, 0.25],
      [15, 0],
      [20, 0],
    ]);
  });

  test("stand nowhere within a line that is published as one", () => {
    // Everybody may read {0 to 4, 10 to 14} = 7: at 10, those below would give the 4 away.
    expect(fairAt([...named(3, 4), ...named(30, 7), ...named(4, 12)])).toEqual([
      [0, 1],
      [15, 0],
      [20, 0],
    ]);
  });

  test("are not there where one to four named no price, or put the dear one below", () => {
    expect(fairAt([...named(30, 7), ...named(3)])).toBeUndefined();
    expect(fairAt([...named(30, 7), ...named(5)])?.[0]).toEqual([0, 1]);
    expect(fairAt([...named(30, 7), ...named(2, 30)])).toBeUndefined();
  });

  test("stay when one sheet puts the dear price below the fair one: it is as one without a price", () => {
    const silent = named(6);
    const sheet = named(1, 30);
    const responses = [...named(20, 4), ...named(20, 7), ...silent];
    expect(fairAt([...responses, ...sheet])).toEqual(fairAt(responses));
    expect(fairAt(responses)?.length).toBeGreaterThan(2);
    const table = ({ length }: { length: number }, some = responses) =>
      tablesOf(survey, [...some, ...sheet.slice(0, length)], 1).tables.get("prix_demi_bon")?.lines;
    expect(table(sheet)).toEqual(table([], [...responses, ...named(1)]));
  });
});

test("prices are told by bands of five euros, never one by one", () => {
  expect([0, 4.5, 5, 12, 19.5, 20, 60].map(bandOf)).toEqual([
    "0_4",
    "0_4",
    "5_9",
    "10_14",
    "15_19",
    "20",
    "20",
  ]);
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
  // Of the five in the middle three said 12 and two 14.
  expect(told.get("office")).toEqual({ medianFair: 13, medianDear: 18 });
  expect(told.get("room")).toBeNull();
});
