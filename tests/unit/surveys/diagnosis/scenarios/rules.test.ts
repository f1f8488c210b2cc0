import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figures, figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { scenarioOf } from "@/lib/surveys/diagnosis/scenarios/rules";
import {
  type Scenario,
  scenarioInput,
  type ToldTables,
} from "@/lib/surveys/diagnosis/scenarios/schema";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests, someResponse } from "@/tests/support/survey-responses";

const usual = assumptions.parse({});
const world = { questionnaire: surveyOfTheValley(), communes: communesOfTests, given: usual };
const places = Object.fromEntries(communesOfTests.map((each) => [each.name, each]));
const { Luzech: luzech, Albas: albas, Prayssac: prayssac } = places;
if (!luzech || !albas || !prayssac) throw new Error("no commune");

const desksOf = { low: 1, central: 1, high: 1 };
const flows = (...lines: [string[], Record<string, number>][]): Figures["flows"] => ({
  columns: [
    { key: "46182", bourgs: ["46182"] },
    { key: "46225 46231", bourgs: ["46225", "46231"] },
  ],
  lines: lines.map(([rows, cells]) => ({ rows, cells: new Map(Object.entries(cells)) })),
});
const slots = (ticked: Record<string, number | null>): Figures["peak"] => ({
  ...{ busiest: null, busiestOfTen: null, peakToMean: null, isDefault: false },
  bySlot: new Map(Object.entries(ticked)),
});

/** Sixty wishes of four days: twenty for Luzech alone, twenty for two communes together, twenty for Prayssac. */
const told: ToldTables = {
  demand: [
    { communes: ["46182"], wishes: 20, value: 80 },
    { communes: ["46001", "46062"], wishes: 20, value: 80 },
    { communes: ["46225"], wishes: 20, value: 80 },
  ],
  desks: [{ communes: ["46182", "46225"], wishes: 60, value: 240, desks: desksOf }],
  flows: flows([["46182"], { "46182": 40 }], [["46225"], { "46225 46231": 20 }]),
  longestTrips: [
    { keys: ["10"], count: 30 },
    { keys: ["20"], count: 10 },
    { keys: ["plus"], count: 20 },
  ],
  peak: slots({ "mar:matin": 30, "jeu:matin": 10, "sam:matin": null }),
};
const openAt = (commune: typeof luzech, tables: ToldTables = told, desks = 10, given = usual) =>
  scenarioOf(tables, { ...world, given }, { commune, desks });
function estimated(...asked: Parameters<typeof openAt>): Scenario {
  const { scenario } = openAt(...asked);
  if (!scenario) throw new Error("nothing is told");
  return scenario;
}

describe("who named the place", () => {
  test("are the line of the demand that holds it alone, with its days", () => {
    expect(estimated(luzech)).toMatchObject({ named: { people: 20, days: 80 }, among: ["46182"] });
  });

  test("are an equal share of a line that holds several, which are said", () => {
    const { named, among } = estimated(albas);
    expect(named).toEqual({ people: 10, days: 40 });
    expect(among).toEqual(["46001", "46062"]);
  });

  test("are without those who want rooms only, as the desks are to the demand", () => {
    const half = [{ communes: ["46182"], wishes: 30, value: 60, desks: desksOf }];
    expect(estimated(luzech, { ...told, desks: half }).named).toEqual({ people: 10, days: 20 });
  });

  test("are nobody where no line holds it", () => {
    const demand = told.demand.filter(({ communes }) => !communes.includes("46182"));
    expect(estimated(luzech, { ...told, demand })).toMatchObject({
      ...{ named: { people: 0, days: 0 }, among: [] },
    });
  });
});

describe("from where", () => {
  test("each line of homes has its part of the flows towards the bourg of the place", () => {
    expect(estimated(luzech).homes).toMatchObject([
      { communes: ["46182"], named: 20, minutes: 0 },
      { communes: ["46225"], named: 0 },
    ]);
    const apart = flows([["46182"], { "46182": 30 }], [["46225"], { "46182": 10 }]);
    expect(estimated(luzech, { ...told, flows: apart }).homes?.map(({ named }) => named)).toEqual([
      15, 5,
    ]);
  });

  test("of the others come those whose longest trip reaches it; times put together are the shortest", () => {
    // Of the twenty wishes of Prayssac ten people; Luzech is some thirteen minutes away.
    const [, home] = estimated(luzech).homes ?? [];
    expect(home?.minutes).toBeGreaterThan(10);
    expect(home?.minutes).toBeLessThan(15);
    expect(home?.near).toBeCloseTo((10 * 30) / 60, 9);
    const together = [
      { keys: ["10", "plus"], count: 50 },
      { keys: ["20"], count: 10 },
    ];
    const shorter = estimated(luzech, { ...told, longestTrips: together }).homes?.[1];
    expect(shorter?.near).toBeCloseTo((10 * 10) / 60, 9);
  });

  test("the place is one more for them, with an equal share of their days", () => {
    // Each of the five named two places at four days each; of eight days a third.
    const { near, wantedDays } = estimated(luzech);
    expect(near?.people).toBeCloseTo(5, 9);
    expect(near?.days).toBeCloseTo((5 * 8) / 3, 9);
    expect(wantedDays).toBeCloseTo(80 + 40 / 3, 9);
    const one = estimated(luzech, told, 10, { ...usual, communesNamedEach: 1 });
    expect(one.near).toMatchObject({ people: expect.closeTo(30, 6), days: expect.closeTo(60, 6) });
  });

  test("a line whose communes are not known sends those who named it, nobody near", () => {
    const outside = flows(
      [["46182"], { "46182": 20 }],
      [["ailleurs_fr"], { "46182": 20, "46225 46231": 20 }],
    );
    const [, home] = estimated(luzech, { ...told, flows: outside }).homes ?? [];
    expect(home).toMatchObject({ minutes: null, named: 10, near: 0 });
  });

  test("the middle of a line is that of its communes by their inhabitants", () => {
    const crowded = { ...albas, population: 9_000 };
    const communes = communesOfTests.map((each) => (each.insee === "46001" ? crowded : each));
    const line = flows([["46001", "46062"], { "46182": 60 }]);
    const of = (list: typeof communes) =>
      scenarioOf(
        { ...told, flows: line },
        { ...world, communes: list },
        { commune: albas, desks: 1 },
      ).scenario?.homes?.[0]?.minutes ?? 0;
    expect(of(communes)).toBeLessThan(of(communesOfTests));
    expect(of(communes)).toBeGreaterThan(0);
  });

  test("half of them come from so far or less", () => {
    expect(estimated(luzech).medianMinutes).toBe(0);
    expect(estimated(prayssac, { ...told, longestTrips: null }).medianMinutes).toBe(0);
  });
});

describe("how full each half-day is", () => {
  test("days are spread as those of all, two half-days each, and desks are given until there are none", () => {
    const { week, wantedDays } = estimated(luzech, told, 5);
    const halves = (2 * wantedDays) / 4.33;
    expect(week?.loads.get("jeu:matin")?.wanted).toBeCloseTo(Math.min(10, halves / 4), 9);
    expect(week?.loads.get("jeu:matin")?.seated).toBe(5);
    expect(week?.loads.get("sam:matin")).toBeNull();
    expect(week?.loads.get("dim:soir")).toEqual({ wanted: 0, seated: 0 });
    expect(week?.seatedDays).toBeCloseTo((10 * 4.33) / 2, 9);
  });

  test("never more people come than ticked it", () => {
    const peak = slots({ "mar:matin": 3 });
    const load = estimated(luzech, { ...told, peak }).week?.loads.get("mar:matin");
    expect(load).toEqual({ wanted: 3, seated: 3 });
  });
});

describe("where a table is withheld", () => {
  test("the answer says which, and nothing is guessed in its stead", () => {
    expect(openAt(luzech).lacks).toEqual([]);
    expect(openAt(luzech, { ...told, demand: [] })).toEqual({ scenario: null, lacks: ["demand"] });
    expect(openAt(luzech, { ...told, desks: [] })).toEqual({ scenario: null, lacks: ["desks"] });
    expect(openAt(luzech, { ...told, flows: null })).toMatchObject({
      lacks: ["flows"],
      scenario: { homes: null, near: null, medianMinutes: null, wantedDays: 80 },
    });
    const untold = openAt(luzech, { ...told, longestTrips: null });
    expect(untold).toMatchObject({ lacks: ["longestTrips"], scenario: { near: null } });
    expect(untold.scenario?.homes?.map(({ near }) => near)).toEqual([null, null]);
    const hidden = { ...told, peak: slots({ "mar:matin": null }) };
    expect(openAt(luzech, hidden)).toMatchObject({ lacks: ["peak"], scenario: { week: null } });
  });
});

const campaigns = fc
  .array(fc.tuple(someResponse, fc.integer({ min: 5, max: 30 })), { minLength: 3, maxLength: 12 })
  .map((kinds) => kinds.flatMap(([each, count]) => Array.from({ length: count }, () => each)))
  .map((responses) => figuresOf(world.questionnaire, responses, communesOfTests, usual));
const somewhere = fc.constantFrom(...communesOfTests);
const someDesks = fc.integer({ min: 1, max: 20 });

describe("whatever the answers are", () => {
  test("a desk more never lowers how many come, on any half-day", () => {
    fc.assert(
      fc.property(campaigns, somewhere, someDesks, (figures, commune, desks) => {
        const [fewer, more] = [desks, desks + 1].map(
          (count) => openAt(commune, figures, count).scenario?.week,
        );
        for (const [slot, load] of fewer?.loads ?? []) {
          expect(more?.loads.get(slot)?.seated ?? 0).toBeGreaterThanOrEqual(load?.seated ?? 0);
        }
        expect(more?.seatedDays ?? 0).toBeGreaterThanOrEqual(fewer?.seatedDays ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test("no more is wanted than all want desks for, nor more seated than wanted, nor than there are desks", () => {
    let estimations = 0;
    fc.assert(
      fc.property(campaigns, somewhere, someDesks, (figures, commune, desks) => {
        const { scenario } = openAt(commune, figures, desks);
        if (!scenario?.week) return;
        estimations += scenario.near ? 1 : 0;
        const { wantedDays, week } = scenario;
        const all = figures.desks.reduce((sum, { value }) => sum + value, 0);
        expect(wantedDays).toBeLessThanOrEqual(all + 1e-6);
        expect(week.seatedDays).toBeLessThanOrEqual(wantedDays + 1e-6);
        const loads = [...week.loads.values()].filter((load) => load !== null);
        for (const { seated, wanted } of loads) {
          expect(seated).toBeLessThanOrEqual(Math.min(wanted, desks));
        }
      }),
      { numRuns: 150 },
    );
    expect(estimations).toBeGreaterThan(10);
  });
});

test("an address that cannot be is refused: no desk, half a desk, another commune code", () => {
  const asked = (commune: string, count: string) =>
    scenarioInput.safeParse({ commune, desks: count }).success;
  expect(asked("46182", "8")).toBe(true);
  const wrong = ["0", "-1", "201", "2.5", "x", ""];
  expect(wrong.map((count) => asked("46182", count))).toEqual(wrong.map(() => false));
  expect(asked("Luzech", "8")).toBe(false);
});
