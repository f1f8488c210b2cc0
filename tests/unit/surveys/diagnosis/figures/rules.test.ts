import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entriesOf, wishesOf } from "@/lib/surveys/diagnosis/demand/rules";
import { bourgsOf, type Figures, figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { heldWishes } from "@/lib/surveys/diagnosis/held/rules";
import { linesByCommune } from "@/lib/surveys/diagnosis/publication/rules";
import { listOf } from "@/lib/surveys/diagnosis/rules";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { smallestCrossedGroup, smallestGroup } from "@/lib/surveys/disclosure/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests, shuffled, someResponse } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const figures = (responses: readonly Response[]) =>
  figuresOf(survey, responses, communesOfTests, usual);
const many = (count: number, answers: Answers) =>
  Array.from({ length: count }, () => aResponse(answers));

/** Every number of people that is told, with the least it may be unless it is nobody. */
function peopleTold(
  shown: Figures,
  responses: readonly Response[],
): { count: number; least: number }[] {
  const five = [
    ...[shown.profiles, shown.categories, shown.sources, shown.entryModes, shown.languages]
      .flatMap((lines) => lines ?? [])
      .map(({ count }) => count),
    ...(shown.days ?? []).map(({ count }) => count),
    ...[...(shown.budgets?.lines ?? []), ...(shown.longestTrips ?? [])].map(({ count }) => count),
    ...(shown.coverage?.lines ?? []).map(({ respondents }) => respondents),
    ...[shown.services, shown.obstacles, shown.contributions]
      .flatMap(({ lines }) => lines)
      .flatMap(({ count, priority }) => [count ?? 0, priority ?? 0]),
    ...shown.equipment.map(({ base }) => base),
    // Of all nothing is shown while they are fewer than five.
    ...Object.values({ ...shown.bases, ...shown.bases.asked, repondants: 0, budgets: 0 }).flatMap(
      (base) => (typeof base === "number" ? base : []),
    ),
    ...[shown.arrivals.projects, shown.arrivals.interested].map((n) => n ?? 0),
  ];
  return [
    ...five.map((count) => ({ count, least: smallestGroup })),
    ...peopleCrossed(shown, responses).map((count) => ({ count, least: smallestCrossedGroup })),
  ];
}

/** Distinct people behind each line by commune wished, which is told nowhere: counted anew from the answers. */
function peopleCrossed(shown: Figures, responses: readonly Response[]): number[] {
  const wishes = heldWishes(survey, wishesOf(survey, responses, usual));
  const bourgOf = bourgsOf(communesOfTests);
  const around = (commune: string) => bourgOf.get(commune) ?? commune;
  const seated = wishes.filter(({ wantsNoDesk }) => !wantsNoDesk);
  const byBourg = (bourgs: readonly string[]) =>
    seated.filter(({ communes }) => communes.some((each) => bourgs.includes(around(each))));
  const demand = shown.demand.map(
    ({ communes }) =>
      wishes.filter((wish) => wish.communes.some((each) => communes.includes(each))).length,
  );
  const kinds = (shown.deskKinds ?? []).flatMap(({ bourgs, cells }) =>
    [...cells.keys()].map(
      (kind) =>
        byBourg(bourgs).filter(({ deskKinds: own }) =>
          own.length > 0 ? own.some((each) => each === kind) : kind === "any",
        ).length,
    ),
  );
  const flows = (shown.flows?.lines ?? []).flatMap(({ rows, cells }) =>
    [...cells.keys()].map(
      (column) =>
        responses.filter(
          ({ answers }) =>
            rows.includes(String(answers["commune_residence"])) &&
            listOf(answers, "communes_souhaitees").some((each) =>
              column.split(" ").includes(around(each)),
            ),
        ).length,
    ),
  );
  const desks = shown.desks.map(({ communes }) => byBourg(communes).length);
  return [...demand, ...desks, ...kinds, ...flows];
}

const tooFewTold = (shown: Figures, responses: readonly Response[]) =>
  peopleTold(shown, responses).filter(({ count, least }) => count > 0 && count < least);

test("demand and desks are judged by eleven: lines held to five only are found at fault", () => {
  const ten = many(10, {
    ...{ interet: "certain", frequence: "1_2_sem", communes_souhaitees: ["46182"] },
    espaces: ["poste_ouvert"],
  });
  const faulty = linesByCommune(
    entriesOf(wishesOf(survey, ten, usual), (commune) => commune),
    new Map(),
    smallestGroup,
  );
  const desks = faulty.map((line) => ({ ...line, desks: { low: 1, central: 1, high: 1 } }));
  const fault = [{ count: 10, least: smallestCrossedGroup }];
  expect(tooFewTold(figures(ten), ten)).toEqual([]);
  expect(tooFewTold({ ...figures(ten), demand: faulty }, ten)).toEqual(fault);
  expect(tooFewTold({ ...figures(ten), desks }, ten)).toEqual(fault);
});

describe("whatever the answers are", () => {
  const responses = fc.array(someResponse, { minLength: 1, maxLength: 80 });

  test("no number of people under its threshold is told, nor once one more has answered", () => {
    fc.assert(
      fc.property(responses, someResponse, (given, another) => {
        for (const list of [given, [...given, another]]) {
          expect(tooFewTold(figures(list), list)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("the order in which they came changes nothing", () => {
    const ranks = fc.array(fc.nat(), { minLength: 80, maxLength: 80 });
    fc.assert(
      fc.property(responses, ranks, (given, chances) => {
        expect(rounded(figures(shuffled(given, chances)))).toEqual(rounded(figures(given)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("an audience is made of the profiles shown", () => {
  test("a profile put together with another puts their audiences together", () => {
    const shown = figures([
      ...many(20, { profil: "independant" }),
      ...many(9, { profil: "retraite_habitant" }),
      ...many(3, { profil: "agent_elu" }),
      ...many(3, { profil: "association" }),
    ]);
    expect(shown.profiles?.map(({ keys }) => keys)).toEqual([
      ["independant"],
      ["retraite_habitant"],
      ["agent_elu", "association"],
    ]);
    expect(shown.categories).toEqual([
      { keys: ["indépendants"], count: 20 },
      { keys: ["associations", "citoyens"], count: 15 },
    ]);
  });
});

test("desks by kind are told in the lines of the desks, and not at all where few ticked a kind", () => {
  const wish = { interet: "certain", frequence: "1_2_sem", communes_souhaitees: ["46182"] };
  const open = many(12, { ...wish, espaces: ["poste_ouvert"] });
  expect(figures(open).deskKinds?.[0]?.cells.get("open")).toBeCloseTo(12 * 3.6, 9);
  const closed = many(3, { ...wish, espaces: ["bureau_ferme"] });
  expect(figures([...open, ...closed]).deskKinds).toBeNull();
  expect(figures([...open, ...closed]).desks[0]?.wishes).toBe(15);
});

test("the three who want rooms only are left out of every sum: beside that of the desks it would tell theirs", () => {
  const wish = { commune_residence: "46182", interet: "certain", frequence: "1_2_sem" };
  const placed = { ...wish, communes_souhaitees: ["46182"] };
  const desks = many(12, { ...placed, espaces: ["poste_ouvert"] });
  const rooms = (count: number) => many(count, { ...placed, espaces: ["salle_reunion"] });
  expect(figures([...desks, ...rooms(6)]).personDays?.declared).toBe(18 * 6);
  const few = figures([...desks, ...rooms(3)]);
  expect(few.personDays?.declared).toBe(12 * 6);
  expect(few.bases).toMatchObject({ jours_personnes: "few_left_out", postes: "few_left_out" });
});

test("a commune without a bourg is its own", () => {
  expect(Object.fromEntries(bourgsOf(communesOfTests))).toEqual({
    "46001": "46182",
    "46062": "46182",
  });
});

/** Numbers to a millionth: sums of decimals depend on their order in the last bit. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Math.round(value * 1e6) / 1e6;
  if (value instanceof Map) return rounded([...value].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rounded(each)]));
}
