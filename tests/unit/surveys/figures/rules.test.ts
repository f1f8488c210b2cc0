import { describe, expect, test } from "vitest";
import { assumptions, type Response } from "@/lib/surveys/diagnosis/schema";
import { figuresOf } from "@/lib/surveys/figures/rules";
import { noAnswer } from "@/lib/surveys/figures/schema";
import type { Answers, Questionnaire } from "@/lib/surveys/questionnaires/schema";
import type { CommuneOfTerritory } from "@/lib/surveys/turnout/rules";
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  surveyOfTheValley,
} from "@/tests/support/questionnaires";

const of = (
  questionnaire: Questionnaire,
  responses: Response[],
  communes: CommuneOfTerritory[] = [],
) =>
  figuresOf({ questionnaire, responses, communes, assumptions: assumptions.parse({}), batch: 1 });
const times = (count: number, answers: Answers) =>
  Array.from({ length: count }, () => aResponse(answers));

describe("what is published of a question", () => {
  const asked = aQuestionnaire([
    aQuestion("a"),
    aQuestion("b", { type: "multi", required: false }),
  ]);

  test("those without an answer are a part of the respondents like the others", () => {
    const given = of(asked, [...times(8, { a: "yes" }), ...times(7, {})]);
    expect(given?.tables[0]).toMatchObject({
      kind: "parts",
      base: 15,
      lines: [
        { values: ["yes"], count: 8 },
        { values: [noAnswer], count: 7 },
      ],
    });
  });

  test("a choice is not told when a few ticked it, nor when all but a few did", () => {
    const given = of(asked, [...times(17, { a: "yes", b: ["yes"] }), ...times(3, { b: ["no"] })]);
    expect(given?.tables.find(({ question }) => question === "b")).toMatchObject({
      base: 20,
      lines: [
        { values: ["yes"], count: null },
        { values: ["no"], count: null },
      ],
    });
  });

  test("choices are withheld when those who did not answer would be the few that are left", () => {
    const given = of(asked, [...times(17, { a: "yes", b: ["yes"] }), ...times(3, { a: "yes" })]);
    expect(given?.withheld).toContain("b");
  });

  test("fewer than five answers publish nothing", () => {
    expect(of(asked, times(4, { a: "yes" }))).toBeNull();
  });
});

describe("a question that hangs on another", () => {
  const gated = aQuestionnaire([
    aQuestion("a", {
      options: ["one", "two", "three"].map((value) => ({ value, label: { fr: value, en: value } })),
    }),
    aQuestion("b", { showIf: { q: "a", in: ["one", "two"] } }),
  ]);

  test("is withheld when the two tables side by side would give a few away", () => {
    // « two » and « three » are put together, five in all; the two who answer « b » there would be found.
    const given = of(gated, [
      ...times(20, { a: "one", b: "yes" }),
      ...times(2, { a: "two", b: "yes" }),
      ...times(3, { a: "three" }),
    ]);
    expect(given?.tables.find(({ question }) => question === "a")?.lines).toEqual([
      { values: ["one"], count: 20 },
      { values: ["three", "two"], count: 5 },
    ]);
    expect(given?.withheld).toEqual(["b"]);
  });

  test("is shown when whoever is asked it is shown too", () => {
    const given = of(gated, [...times(20, { a: "one", b: "yes" }), ...times(5, { a: "three" })]);
    expect(given?.withheld).toEqual([]);
  });
});

describe("demand by commune", () => {
  const valley = surveyOfTheValley();
  const wish = (insee: string, persons = 1): Answers => ({
    interet: "certain",
    frequence: "1_2_sem",
    communes_souhaitees: [insee],
    commune_residence: insee,
    personnes_interessees: persons,
    espaces: ["poste_ouvert"],
  });

  test("a commune wished by fewer than eleven goes with its bourg", () => {
    const around = ["46001", "46062"].map((insee) => ({
      ...{ insee, population: 500, nearestBourg: "46182" },
    }));
    const given = of(
      valley,
      [...times(12, wish("46225")), ...times(8, wish("46001")), ...times(4, wish("46062"))],
      around,
    );
    expect(given?.wished.lines).toEqual([
      { communes: ["46001", "46062"], respondents: 12, wishes: 12 },
      { communes: ["46225"], respondents: 12, wishes: 12 },
    ]);
    expect(given?.desks.lines.map(({ communes }) => communes)).toEqual([["46182"], ["46225"]]);
  });

  test("desks are planned as staff suppose it, and say at which occupancies", () => {
    const responses = times(12, wish("46225"));
    const given = { ...assumptions.parse({}), fewestDesksOccupancy: 0.9 };
    const desksOf = (supposed: typeof given) => {
      const world = { questionnaire: valley, responses, communes: [], batch: 1 };
      return figuresOf({ ...world, assumptions: supposed })?.desks;
    };
    expect(desksOf(given)).toMatchObject({
      fewestDesksOccupancy: 0.9,
      targetOccupancy: 0.7,
      mostDesksOccupancy: 0.5,
      lines: [{ personDays: expect.closeTo(43.2, 9) }],
    });
    const halved = desksOf({ ...given, intentWeights: { certain: 0.3 } });
    expect(halved?.lines[0]?.personDays).toBeCloseTo(21.6, 9);
  });

  test("an answer nearly all of a line is told with others; nearly all of an intent, not at all", () => {
    const given = of(valley, [...times(11, wish("46225")), aResponse(wish("46225", 50))]);
    expect(given?.wished.lines).toHaveLength(1);
    expect(given?.desks.lines).toHaveLength(1);
    const rare = times(11, { ...wish("46225"), frequence: "rare" });
    const firm = aResponse(wish("46225", 50));
    expect(of(valley, [...rare, firm])?.desks.lines).toEqual(of(valley, rare)?.desks.lines);
    const elsewhere = times(30, wish("46231", 20));
    const together = of(valley, [...rare, ...elsewhere, firm])?.desks.lines;
    expect(together?.map(({ communes }) => communes)).toEqual([["46225", "46231"]]);
  });
});
