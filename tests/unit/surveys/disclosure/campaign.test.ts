import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personDays, wishesOf } from "@/lib/surveys/diagnosis/demand/rules";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { bandOf } from "@/lib/surveys/diagnosis/prices/rules";
import { countEach } from "@/lib/surveys/diagnosis/respondents/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { publishedRanges } from "@/lib/surveys/disclosure/rules";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { figuresOf as publicFiguresOf } from "@/lib/surveys/figures/rules";
import { noAnswer } from "@/lib/surveys/figures/schema";
import { type KnownSum, toldBy } from "@/tests/support/disclosure-solver";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests, someResponse } from "@/tests/support/survey-responses";
import { type Sums, speakingFor, sumsRead, suppositions } from "@/tests/support/told-sums";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const intents = ["certain", "probable", "possible"];

/** A few kinds of people, each so many times: tables are told, with small cells left in them. */
const campaign = fc
  .array(fc.tuple(someResponse, fc.integer({ min: 1, max: 14 })), { minLength: 3, maxLength: 7 })
  .map((kinds) => kinds.flatMap(([each, count]) => Array.from({ length: count }, () => each)))
  .map((list) => list.map((response) => speakingFor(response, 10)));

/**
 * How many answers each sum moves with: each in turn is said by one person more, all else being equal. A sum
 * whose name is no longer there was put together otherwise, which is no reading of it.
 */
function peopleBehind(
  responses: readonly Response[],
  read: (responses: readonly Response[]) => Sums,
): Map<string, number> {
  const before = read(responses);
  const behind = new Map([...before.keys()].map((name) => [name, 0]));
  responses.forEach((response, index) => {
    const after = read(responses.with(index, speakingFor(response, 11)));
    for (const [name, value] of before) {
      const moved = Math.abs((after.get(name) ?? value) - value) > 1e-9;
      if (moved) behind.set(name, (behind.get(name) ?? 0) + 1);
    }
  });
  return behind;
}

const few = (behind: ReadonlyMap<string, number>) =>
  [...behind].filter(
    ([name, count]) => count > 0 && count < smallestGroup && !name.startsWith("planned"),
  );

describe("whatever staff suppose", () => {
  test("no sum, nor what is left between two, is that of one to four", () => {
    fc.assert(
      fc.property(campaign, fc.constantFrom(...suppositions), (responses, given) => {
        expect(few(peopleBehind(responses, (list) => sumsRead(list, given)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("the search finds it where days are simply summed", () => {
    const naive = fc.check(
      fc.property(campaign, fc.constantFrom(...suppositions), (responses, given) => {
        const read = (list: readonly Response[]) =>
          new Map([["weighted", personDays(wishesOf(survey, list, given)).weighted]]);
        return few(peopleBehind(responses, read)).length === 0;
      }),
      { numRuns: 60 },
    );
    expect(naive.failed).toBe(true);
  });
});

/** Every line of a question that anybody reads of a campaign: staff's and the public's. */
function budgetsKnown(responses: readonly Response[]): KnownSum[] {
  const staff = figuresOf(survey, responses, communesOfTests, usual).budgets?.lines ?? [];
  return [
    ...staff.map(({ keys, count }) => ({ of: [...keys], sum: count })),
    ...publicLines(responses, "budget_mois"),
  ];
}

function publicLines(responses: readonly Response[], id: string): KnownSum[] {
  const communes = communesOfTests.map((commune) => ({ ...commune }));
  const told = publicFiguresOf({
    ...{ questionnaire: survey, responses, communes, assumptions: usual, batch: 1 },
  });
  const table = told?.tables.find(({ question }) => question === id);
  return (table?.lines ?? []).flatMap(({ values, count }) =>
    count === null ? [] : [{ of: values, sum: count }],
  );
}

const bandKeys = ["0_4", "5_9", "10_14", "15_19", "20"];

/** Both curves are steps: how many are between two prices that are told. */
function pricesKnown(responses: readonly Response[]): KnownSum[] {
  const { prices, bases } = figuresOf(survey, responses, communesOfTests, usual);
  const base = bases.prix_raisonnable;
  const points = (prices?.fair ?? []).flatMap(({ price, share }) =>
    share === null || typeof base !== "number" ? [] : [{ price, count: Math.round(share * base) }],
  );
  return [
    ...points.map(({ price, count }) => ({
      of: bandKeys.filter((_, index) => index * 5 >= price),
      sum: count,
    })),
    ...(typeof base === "number" ? [{ of: bandKeys, sum: base }] : []),
    ...publicLines(responses, "prix_demi_bon"),
  ];
}

const truthOf = (responses: readonly Response[], keyOf: (response: Response) => string) =>
  new Map(countEach(responses.map(keyOf)));
const exposed = (told: ReadonlyMap<string, number>) =>
  [...told].filter(([, count]) => count > 0 && count < smallestGroup);

describe("whoever reads staff's tables beside the public's", () => {
  const budgets = ["0", "1_19", "20_49", "50_99", "100_149", "150_249", "250"];
  const answered = fc
    .array(
      fc.record({
        budget_mois: fc.constantFrom(...budgets),
        prix_demi_bon: fc.integer({ min: 0, max: 24 }),
        prix_demi_cher: fc.constant(25),
        isSilent: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 30, maxLength: 60 },
    )
    .map((list) =>
      list.map(({ isSilent, ...given }): Response => {
        const said = isSilent === 0 ? {} : { ...given, interet: "certain" };
        const marks = { day: "2026-07-01", source: "site", locale: "fr" };
        return { ...marks, entryMode: "online", answers: { profil: "independant", ...said } };
      }),
    );
  const budgetOf = ({ answers }: Response) => String(answers["budget_mois"] ?? noAnswer);
  const priceOf = ({ answers: { prix_demi_bon: price } }: Response) =>
    typeof price === "number" ? bandOf(price) : noAnswer;
  const allOf = (truth: ReadonlyMap<string, number>): KnownSum => ({
    of: [...truth.keys()],
    sum: [...truth.values()].reduce((sum, count) => sum + count, 0),
  });

  test("tells no budget of one to four", () => {
    fc.assert(
      fc.property(answered, (responses) => {
        const truth = truthOf(responses, budgetOf);
        expect(exposed(toldBy(truth, [...budgetsKnown(responses), allOf(truth)]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("tells no band of prices of one to four", () => {
    fc.assert(
      fc.property(answered, (responses) => {
        const truth = new Map([
          ...bandKeys.map((key) => [key, 0] as const),
          ...truthOf(responses, priceOf),
        ]);
        expect(exposed(toldBy(truth, [...pricesKnown(responses), allOf(truth)]))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("tells no intent of one to four by how many are asked the rest, or counted", () => {
    const drawn = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(drawn, (counts) => {
        const truth = new Map([...intents, "non"].map((each, index) => [each, counts[index] ?? 0]));
        const responses = [...truth].flatMap(([interet, count]) =>
          Array.from({ length: count }, (): Response => {
            const marks = { day: "2026-07-01", source: "site", locale: "fr" };
            const wish = { frequence: "rare", communes_souhaitees: ["46182"] };
            const answers = { interet, ...(interet === "non" ? { freins: ["prix"] } : wish) };
            return { ...marks, entryMode: "online", answers };
          }),
        );
        const { bases } = figuresOf(survey, responses, communesOfTests, usual);
        const told = (of: string[], base: unknown): KnownSum[] =>
          typeof base === "number" && base > 0 ? [{ of, sum: base }] : [];
        const often = publicLines(responses, "frequence");
        const known = [
          ...publicLines(responses, "interet"),
          ...often.flatMap(({ of, sum }) => (of.join() === noAnswer ? [{ of: ["non"], sum }] : [])),
          ...told(intents, bases.jours_personnes),
          ...told(["possible", "non"], bases.asked.freins),
          allOf(truth),
        ];
        expect(exposed(toldBy(truth, known))).toEqual([]);
      }),
      // Intents put together in their own table, and told apart by who is asked two other questions.
      { numRuns: 120, examples: [[[3, 4, 4, 5]]] },
    );
  });

  test("would tell some, were the budgets also cut in their order: the solver finds it", () => {
    const counts = [3, 4, 10, 9, 6, 2];
    const truth = new Map(counts.map((count, index) => [budgets[index] ?? "", count]));
    const cut = (publishedRanges([...truth], smallestGroup) ?? []).map(
      ({ first, last, count }) => ({
        of: budgets.slice(budgets.indexOf(first), budgets.indexOf(last) + 1),
        sum: count,
      }),
    );
    const responses = [...truth].flatMap(([budget_mois, count]) =>
      Array.from({ length: count }, (): Response => {
        const marks = { day: "2026-07-01", source: "site", locale: "fr" };
        return { ...marks, entryMode: "online", answers: { budget_mois, interet: "certain" } };
      }),
    );
    const known = budgetsKnown(responses);
    expect(known.length).toBeGreaterThan(2);
    expect(exposed(toldBy(truth, known))).toEqual([]);
    expect(exposed(toldBy(truth, [...known, ...cut]))).toEqual([["150_249", 2]]);
  });

  test("would tell some, were a band put with those who are silent: the solver finds it", () => {
    const truth = new Map([
      ["", 6],
      ["0_4", 8],
      ["10_14", 1],
    ]);
    const together = { of: ["", "10_14"], sum: 7 };
    expect(toldBy(truth, [together, { of: ["0_4"], sum: 8 }]).get("10_14")).toBeUndefined();
    const base = { of: ["0_4", "10_14"], sum: 9 };
    expect(exposed(toldBy(truth, [together, { of: ["0_4"], sum: 8 }, base]))).toEqual([
      ["10_14", 1],
    ]);
  });
});
