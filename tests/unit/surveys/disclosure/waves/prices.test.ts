import fc from "fast-check";
import { expect, test } from "vitest";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});

/** Fair prices of a first wave of many, and of a second. */
const prices = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 24 }), { minLength: min, maxLength: max });
const waves = fc.tuple(prices(60, 90), prices(20, 60)).map((all) =>
  all.flatMap((named, wave) =>
    named.map((prix_demi_bon) => {
      const said = { profil: "independant", interet: "certain", prix_demi_bon, prix_demi_cher: 25 };
      return { ...aResponse(said), wave };
    }),
  ),
);

/** How many named each price told or more, by that price: the curve times its base. */
function curveOf(responses: readonly Response[]): Map<number, number> {
  const { prices: told, bases } = figuresOf(survey, responses, communesOfTests, usual);
  const base = bases.prix_raisonnable;
  if (typeof base !== "number") return new Map();
  return new Map(
    (told?.fair ?? []).flatMap(({ price, share }) =>
      share === null ? [] : [[price, Math.round(share * base)] as const],
    ),
  );
}

/** Those who came with the second wave between two prices told in both versions, where they are one to four. */
function isolated(before: readonly Response[], after: readonly Response[]): number[] {
  const [first, second] = [curveOf(before), curveOf(after)];
  const came = [...second].flatMap(([price, count]) => {
    const earlier = first.get(price);
    return earlier === undefined ? [] : [count - earlier];
  });
  return came
    .map((count, index) => count - (came[index + 1] ?? 0))
    .filter((count) => count > 0 && count < smallestGroup);
}

const upTo = (responses: readonly (Response & { wave: number })[], number: number) =>
  responses.filter(({ wave }) => wave <= number);

test("two curves tell nowhere one to four who came in between", () => {
  fc.assert(
    fc.property(waves, (responses) => {
      expect(isolated(upTo(responses, 0), responses)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("they would, were the second drawn anew: the search finds it", () => {
  const search = fc.check(
    fc.property(waves, (responses) => {
      const anew = responses.map((response) => ({ ...response, wave: 0 }));
      return isolated(upTo(responses, 0), anew).length === 0;
    }),
    { numRuns: 150, endOnFailure: true },
  );
  expect(search.failed).toBe(true);
});
