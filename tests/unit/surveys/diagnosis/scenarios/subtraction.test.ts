import { describe, expect, test } from "vitest";
import { scenarioOf, unknownTrip } from "@/lib/surveys/diagnosis/scenarios/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const usual = assumptions.parse({});
const [luzech] = communesOfTests;
if (!luzech) throw new Error("no commune");
const wish = {
  ...{ interet: "certain", frequence: "quotidien", communes_souhaitees: ["46182"] },
  ...{ commune_residence: "46182", profil: "independant" },
};
const many = (count: number, answers: Answers): Response[] =>
  Array.from({ length: count }, () => aResponse({ ...wish, ...answers }));
const at = (responses: readonly Response[], desks = 4, given = usual) =>
  scenarioOf({ questionnaire: surveyOfTheValley(), communes: communesOfTests, given }, responses, {
    commune: luzech,
    desks,
  });

describe("whoever asks « what if » again and again", () => {
  test("reads nothing of the two who come on an evening by adding desks one at a time", () => {
    const mornings = many(14, { creneaux: ["mar:matin"] });
    const evenings = (count: number) =>
      many(count, { creneaux: ["jeu:soir"], frequence: "1_2_sem" });
    const responses = [...mornings, ...evenings(2)];
    expect(at(responses)?.loads.get("jeu:soir")).toBeNull();
    // Where the few alone are hidden nothing is told of any half-day; desks then fill as their mean does.
    expect(at(responses)?.loads.get("mar:matin")).toBeNull();
    const seated = [1, 2, 3, 4].map((desks) => at(responses, desks)?.seatedDays ?? 0);
    const steps = seated.slice(1).map((days, index) => days - (seated[index] ?? 0));
    expect(Math.max(...steps)).toBeCloseTo(Math.min(...steps), 6);
    expect(at([...mornings, ...evenings(11)])?.loads.get("jeu:soir")).not.toBeNull();
  });

  test("does not see candidates come and go with the detour supposed", () => {
    const near = many(12, { communes_souhaitees: ["46231"], temps_max: "10" });
    const with1 = at(near, 4, { ...usual, roadDetourFactor: 1 });
    const with3 = at(near, 4, { ...usual, roadDetourFactor: 3 });
    expect(with1).toEqual(with3);
    expect(with1?.respondents).toBe(12);
  });

  test("is told nothing where one answer is nearly all of it", () => {
    const rest = many(11, { frequence: "rare" });
    const elsewhere = many(30, {
      ...{ communes_souhaitees: ["46231"], commune_residence: "ailleurs_46" },
      personnes_interessees: 20,
    });
    const firm = many(1, { personnes_interessees: 50 });
    expect(at([...rest, ...elsewhere])?.respondents).toBe(11);
    expect(at([...rest, ...elsewhere, ...firm])).toBeNull();
  });

  test("finds nobody by subtraction whom the diagnosis leaves aside", () => {
    const others = many(14, { frequence: "rare", communes_souhaitees: ["46182"] });
    const firm = many(1, {
      personnes_interessees: 50,
      communes_souhaitees: ["46182", "46231", "46225", "46001", "46062"],
    });
    expect(at([...others, ...firm])).toEqual(at(others));
    const unplaced = many(3, { communes_souhaitees: [], temps_max: "20" });
    expect(at([...others, ...unplaced])?.respondents).toBe(14);
  });

  test("finds those whose home is not known among the trips, told or put with the longest", () => {
    const known = many(14, {});
    const elsewhere = (count: number) => many(count, { commune_residence: "ailleurs_fr" });
    const tripsOf = (count: number) => at([...known, ...elsewhere(count)])?.trips;
    expect(tripsOf(12)?.map(({ last, count }) => [last, count])).toEqual([
      ["10", 14],
      [unknownTrip, 12],
    ]);
    expect(tripsOf(3)?.map(({ last, count }) => [last, count])).toEqual([[unknownTrip, 17]]);
  });

  test("reads the few who are certain with those who are likely", () => {
    const responses = [...many(3, {}), ...many(12, { interet: "probable" })];
    const only = { ...usual, intentWeights: { certain: 1, probable: 0, possible: 0 } };
    expect(at(responses, 4, only)?.wantedDays).toBe(0);
  });
});
