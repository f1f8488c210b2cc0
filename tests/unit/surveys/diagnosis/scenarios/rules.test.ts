import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wishesOf } from "@/lib/surveys/diagnosis/demand/rules";
import {
  candidatesOf,
  loadsOf,
  scenarioOf,
  seatedDays,
} from "@/lib/surveys/diagnosis/scenarios/rules";
import { scenarioInput } from "@/lib/surveys/diagnosis/scenarios/schema";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { smallestCrossedGroup } from "@/lib/surveys/disclosure/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests, shuffled, someResponse } from "@/tests/support/survey-responses";

const world = {
  questionnaire: surveyOfTheValley(),
  communes: communesOfTests,
  given: assumptions.parse({}),
};
const [luzech, , puyLeveque] = communesOfTests;
if (!luzech || !puyLeveque) throw new Error("no commune");

const certain = { interet: "certain", frequence: "1_2_sem" };
const comingTo = (commune: typeof luzech, answers: Answers) =>
  candidatesOf(world, [aResponse(answers)], commune)[0];

describe("who would come", () => {
  test("whoever named the commune gives it an equal share of their days", () => {
    const named = { ...certain, communes_souhaitees: ["46182", "46225"] };
    // 6 days a month, over the two communes named.
    expect(comingTo(luzech, named)).toMatchObject({
      reason: "wished",
      ...{ declaredDays: 3, persons: 0.5, intentWeight: 0.6 },
    });
    const alone = { ...certain, communes_souhaitees: ["46182"] };
    expect(comingTo(luzech, alone)?.declaredDays).toBe(6);
  });

  test("their days weigh what staff suppose of their intent", () => {
    const given = { ...world.given, intentWeights: { certain: 0.3 } };
    const named = aResponse({ ...certain, communes_souhaitees: ["46182"] });
    expect(candidatesOf({ ...world, given }, [named], luzech)[0]?.intentWeight).toBe(0.3);
  });

  test("whoever did not but can reach it in the time they accept has one place more", () => {
    // Albas to Luzech: some 4 km as the crow flies, seven minutes by road.
    const near = { ...certain, communes_souhaitees: ["46231"], commune_residence: "46001" };
    expect(comingTo(luzech, { ...near, temps_max: "10" })).toMatchObject({
      reason: "near",
      declaredDays: 3,
    });
    const other = { ...near, communes_souhaitees: ["46225"], temps_max: "10" };
    expect(comingTo(puyLeveque, other)).toBeUndefined();
  });

  test("from work is as good as from home; a longest trip not said reaches nothing", () => {
    const far = { ...certain, communes_souhaitees: ["46231"], commune_residence: "ailleurs_fr" };
    expect(comingTo(luzech, { ...far, commune_travail: "46062", temps_max: "10" })).toMatchObject({
      reason: "near",
      minutes: null,
    });
    expect(comingTo(luzech, { ...far, commune_travail: "46062" })).toBeUndefined();
  });

  test("not whoever is not interested, nor whoever wants rooms only", () => {
    expect(comingTo(luzech, { interet: "non", communes_souhaitees: ["46182"] })).toBeUndefined();
    const rooms = { ...certain, communes_souhaitees: ["46182"], espaces: ["salle_reunion"] };
    expect(comingTo(luzech, rooms)).toBeUndefined();
  });
});

describe("how full each half-day is", () => {
  const wish = { ...certain, communes_souhaitees: ["46182"] };
  const loads = (answers: Answers, count: number) =>
    loadsOf(candidatesOf(world, [aResponse({ ...wish, ...answers })], luzech), count);

  test("half-days are spread over those ticked, never more than the person on one", () => {
    // 3.6 days a month are 1.66 half-days a week.
    const two = loads({ creneaux: ["mar:matin", "jeu:soir"] }, 5);
    expect(two.get("mar:matin")?.wanted).toBeCloseTo(0.6, 9);
    const daily = { frequence: "quotidien", creneaux: ["mar:matin"] };
    expect(loads(daily, 5).get("mar:matin")).toEqual({ wanted: 0.6, seated: 0.6 });
  });

  test("whoever ticked none comes on the ten of the week", () => {
    const ten = loads({}, 5);
    expect(ten.size).toBe(10);
    expect(ten.get("ven:apres_midi")?.wanted).toBeCloseTo((2 * 3.6) / 4.33 / 10, 9);
  });
});

const lists = fc.array(someResponse, { maxLength: 60 });
const places = fc.constantFrom(...communesOfTests);
const desks = fc.integer({ min: 1, max: 20 });

describe("whatever the answers are", () => {
  test("a desk more never lowers how many come, on any half-day", () => {
    fc.assert(
      fc.property(lists, places, desks, (responses, commune, count) => {
        const candidates = candidatesOf(world, responses, commune);
        const [fewer, more] = [loadsOf(candidates, count), loadsOf(candidates, count + 1)];
        for (const [slot, { seated }] of fewer) {
          expect(more.get(slot)?.seated).toBeGreaterThanOrEqual(seated);
        }
        expect(seatedDays(more)).toBeGreaterThanOrEqual(seatedDays(fewer));
      }),
    );
  });

  test("nobody counts twice, nor for more than they said", () => {
    fc.assert(
      fc.property(lists, places, (responses, commune) => {
        const candidates = candidatesOf(world, responses, commune);
        const ranks = candidates.map(({ respondent }) => respondent);
        expect(new Set(ranks).size).toBe(ranks.length);
        for (const { respondent, declaredDays } of candidates) {
          const own = wishesOf(
            world.questionnaire,
            responses.slice(respondent, respondent + 1),
            world.given,
          );
          expect(declaredDays).toBeLessThanOrEqual((own[0]?.declaredDays ?? 0) + 1e-9);
        }
      }),
    );
  });

  test("who finds a desk is never more than who wants one, nor than the desks there are", () => {
    fc.assert(
      fc.property(lists, places, desks, (responses, commune, count) => {
        const candidates = candidatesOf(world, responses, commune);
        const loads = loadsOf(candidates, count);
        for (const { wanted, seated } of loads.values()) {
          expect(seated).toBeLessThanOrEqual(Math.min(wanted, count));
        }
        const demand = candidates.reduce(
          (sum, { declaredDays, intentWeight }) => sum + declaredDays * intentWeight,
          0,
        );
        expect(seatedDays(loads)).toBeLessThanOrEqual(demand + 1e-9);
      }),
    );
  });

  test("no number of people under eleven is told, and their order changes nothing", () => {
    const ranks = fc.array(fc.nat(), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(lists, places, ranks, (responses, commune, chances) => {
        const told = scenarioOf(world, responses, { commune, desks: 8 });
        const again = scenarioOf(world, shuffled(responses, chances), { commune, desks: 8 });
        expect(again?.seatedDays ?? 0).toBeCloseTo(told?.seatedDays ?? 0, 6);
        expect(again?.profiles).toEqual(told?.profiles);
        if (!told) return;
        const people = [
          told.respondents,
          ...[...(told.reasons ?? []), ...(told.profiles ?? []), ...(told.trips ?? [])].map(
            ({ count }) => count,
          ),
          ...told.homes.map(({ respondents }) => respondents),
        ];
        expect(people.filter((count) => count > 0 && count < smallestCrossedGroup)).toEqual([]);
      }),
    );
  });
});

test("ten who would come are too few to be told, eleven are told with each half-day", () => {
  const many = (count: number): Response[] =>
    Array.from({ length: count }, () =>
      aResponse({ ...certain, communes_souhaitees: ["46182"], creneaux: ["mar:matin"] }),
    );
  const at = (count: number) => scenarioOf(world, many(count), { commune: luzech, desks: 2 });
  expect(at(10)).toBeNull();
  const told = at(11);
  expect(told?.loads.get("mar:matin")).toEqual({ wanted: expect.closeTo(6.6, 9), seated: 2 });
  expect(told?.loads.get("dim:soir")).toEqual({ wanted: 0, seated: 0 });
});

test("an address that cannot be is refused: no desk, half a desk, another commune code", () => {
  const asked = (commune: string, count: string) =>
    scenarioInput.safeParse({ commune, desks: count }).success;
  expect(asked("46182", "8")).toBe(true);
  const wrong = ["0", "-1", "201", "2.5", "x", ""];
  expect(wrong.map((count) => asked("46182", count))).toEqual(wrong.map(() => false));
  expect(asked("Luzech", "8")).toBe(false);
});

describe("beside the diagnosis", () => {
  const wish = { ...certain, commune_residence: "46182", communes_souhaitees: ["46231"] };
  const many = (count: number, answers: Answers) =>
    Array.from({ length: count }, () => aResponse(answers));
  const at = (responses: readonly Response[], insee: string) => {
    const commune = communesOfTests.find((each) => each.insee === insee);
    if (!commune) throw new Error("no commune");
    return scenarioOf(world, responses, { commune, desks: 10_000 });
  };

  test("a place to which all but one would come is not told: what is summed less theirs is that one's", () => {
    const reaching = many(35, { ...wish, temps_max: "plus" });
    const one = many(1, { ...wish, temps_max: "10", frequence: "quotidien" });
    expect(at([...reaching, ...one], "46182")?.respondents).toBe(36);
    expect(at([...reaching, ...one], "46225")).toBeNull();
    expect(at([...reaching, ...many(5, { ...wish, temps_max: "10" })], "46225")?.respondents).toBe(
      35,
    );
  });

  test("how many named a commune is told where the demand has a line of it, else it would part the line", () => {
    const from = { ...certain, commune_residence: "46225", temps_max: "plus" };
    const naming = (insee: string) => ({ ...from, communes_souhaitees: [insee] });
    const few = { interet: "possible" };
    const responses = [
      ...[...many(9, naming("46062")), ...many(3, { ...naming("46062"), ...few })],
      ...many(3, { ...naming("46001"), ...few }),
      ...[...many(15, naming("46225")), ...many(8, { ...naming("46225"), ...few })],
    ];
    expect(at(responses, "46062")).toMatchObject({ reasons: null });
    expect(at(responses, "46225")?.reasons).not.toBeNull();
  });
});
