import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type Figures, figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { scenarioOf } from "@/lib/surveys/diagnosis/scenarios/rules";
import type { ToldTables } from "@/lib/surveys/diagnosis/scenarios/schema";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests, shuffled, someResponse } from "@/tests/support/survey-responses";
import { suppositions } from "@/tests/support/told-sums";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});

/** What a what-if at each commune says of these answers, asked as staff ask: from what is published. */
function askedEverywhere(responses: readonly Response[], given = usual) {
  const figures = figuresOf(survey, responses, communesOfTests, given);
  const world = { questionnaire: survey, communes: communesOfTests, given };
  return communesOfTests.map((commune) => scenarioOf(figures, world, { commune, desks: 200 }));
}

/** A few kinds of people, so many of each: tables are told. */
const campaigns = fc
  .array(fc.tuple(someResponse, fc.integer({ min: 2, max: 20 })), { minLength: 3, maxLength: 8 })
  .map((kinds) => kinds.flatMap(([each, count]) => Array.from({ length: count }, () => each)));
const chances = fc.array(fc.nat(), { minLength: 200, maxLength: 200 });

/** The same answers to one question, given by others among those who gave one. */
function exchanging(responses: readonly Response[], question: string, ranks: readonly number[]) {
  const giving = responses.filter(({ answers }) => answers[question] !== undefined);
  const given = shuffled(
    giving.map(({ answers }) => answers[question]),
    ranks,
  );
  return responses.map((response): Response => {
    const at = giving.indexOf(response);
    const answer = at < 0 ? undefined : given[at];
    const answers = {
      ...response.answers,
      ...(answer === undefined ? {} : { [question]: answer }),
    };
    return { ...response, answers };
  });
}

/** As it was: how many of the answers themselves reach a place, which no table tells. */
function reachingFrom(responses: readonly Response[], home: string): number {
  return responses.filter(
    ({ answers }) => answers["commune_residence"] === home && answers["temps_max"] === "plus",
  ).length;
}

describe("a what-if", () => {
  test("sees published tables, the questions, places and what is supposed, and nothing of an answer", () => {
    expectTypeOf<Parameters<typeof scenarioOf>[0]>().toEqualTypeOf<ToldTables>();
    expectTypeOf<ToldTables>().toEqualTypeOf<
      Pick<Figures, "demand" | "desks" | "flows" | "longestTrips" | "peak">
    >();
    expectTypeOf<Response>().not.toExtend<Parameters<typeof scenarioOf>[1]>();
    expect(scenarioOf.length).toBe(3);
  });

  test("of two campaigns that publish the same says the same, whoever would go how far", () => {
    fc.assert(
      fc.property(
        campaigns,
        chances,
        fc.constantFrom(usual, ...suppositions),
        (list, ranks, given) => {
          // Each answer is one object, so that those of one kind are told apart.
          const responses = list.map((each) => ({ ...each }));
          const others = exchanging(responses, "temps_max", ranks);
          expect(askedEverywhere(others, given)).toEqual(askedEverywhere(responses, given));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("would differ between them, did it count answers: the search finds it", () => {
    const search = fc.check(
      fc.property(campaigns, chances, (list, ranks) => {
        const responses = list.map((each) => ({ ...each }));
        const others = exchanging(responses, "temps_max", ranks);
        return communesOfTests.every(
          ({ insee }) => reachingFrom(others, insee) === reachingFrom(responses, insee),
        );
      }),
      { numRuns: 100, endOnFailure: true },
    );
    expect(search.failed).toBe(true);
  });
});

const wish = {
  ...{ interet: "certain", frequence: "quotidien", commune_residence: "46182" },
  ...{ profil: "independant", temps_max: "plus", espaces: ["poste_ouvert"] },
};
const many = (count: number, answers: Answers): Response[] =>
  Array.from({ length: count }, () => aResponse({ ...wish, ...answers }));

describe("two neighbouring places asked about in turn", () => {
  /**
   * Of those who live in Luzech and named Puy-l’Évêque, all but one would go anywhere; that one, ten minutes at
   * most, is the one who comes each week (`isHeavy`) or one of the others.
   */
  const but = (isHeavy: boolean) => {
    const naming = (communes_souhaitees: string[], answers: Answers = {}) => ({
      ...{ communes_souhaitees, frequence: "rare", ...answers },
    });
    return askedEverywhere([
      ...many(35, naming(["46231"])),
      ...many(15, naming(["46182"])),
      ...many(15, naming(["46225"])),
      ...many(20, naming(["46231"], { temps_max: "10" })),
      ...many(1, naming(["46231"], { temps_max: isHeavy ? "plus" : "10" })),
      ...many(1, naming(["46231"], { frequence: "1_2_sem", temps_max: isHeavy ? "10" : "plus" })),
    ]);
  };

  test("do not tell the days of the one who would come to one of them", () => {
    expect(but(true).filter(({ lacks }) => lacks.includes("flows"))).toEqual([]);
    expect(but(true)[0]?.scenario?.near?.people).toBeGreaterThan(5);
    expect(but(true)).toEqual(but(false));
  });

  test("nor does a desk more tell of a half-day that is not published", () => {
    const list = [
      ...many(14, { communes_souhaitees: ["46182"], creneaux: ["mar:matin"] }),
      ...many(2, { communes_souhaitees: ["46182"], creneaux: ["jeu:soir"] }),
    ];
    const [opened] = askedEverywhere(list);
    const load = (slot: string) => opened?.scenario?.week?.loads.get(slot);
    expect(load("jeu:soir")).toBeNull();
    expect(load("mar:matin")).not.toBeNull();
  });
});
