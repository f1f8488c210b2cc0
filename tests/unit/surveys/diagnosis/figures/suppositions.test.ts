import { expect, test } from "vitest";
import { figuresOf } from "@/lib/surveys/diagnosis/figures/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const survey = surveyOfTheValley();
const usual = assumptions.parse({});
const certainOnly = { ...usual, intentWeights: { certain: 1, probable: 0, possible: 0 } };
const many = (count: number, answers: Answers) =>
  Array.from({ length: count }, () => aResponse(answers));
const wishing = (count: number, commune: string, answers: Answers = {}) =>
  many(count, {
    ...{ interet: "probable", frequence: "1_2_sem", communes_souhaitees: [commune] },
    ...{ espaces: ["poste_ouvert"], ...answers },
  });
const figures = (responses: ReturnType<typeof many>, given = usual) =>
  figuresOf(survey, responses, communesOfTests, given);

test("the two certain of a commune are not read by weighing the others nothing", () => {
  const two = [
    ...wishing(1, "46225", { interet: "certain" }),
    ...wishing(1, "46225", { interet: "certain", frequence: "3_4_sem" }),
  ];
  const responses = [
    ...two,
    ...wishing(9, "46225"),
    ...wishing(20, "46182"),
    ...wishing(10, "46182", { interet: "certain" }),
  ];
  const { demand, desks } = figures(responses, certainOnly);
  expect(demand.map(({ communes }) => communes)).toEqual([["46182", "46225"]]);
  expect(desks.map(({ communes }) => communes)).toEqual([["46182", "46225"]]);
  const alone = figures([...wishing(20, "46225"), ...two], certainOnly);
  expect(alone.personDays?.weighted).toBe(0);
});

test("one who speaks for fifty is told in no sum, and changes none of those of the others", () => {
  const others = [
    ...wishing(13, "46182", { interet: "certain", creneaux: ["mar:matin"], budget_mois: "50_99" }),
    ...wishing(20, "46225", { creneaux: ["mar:matin"], budget_mois: "50_99" }),
  ];
  const firm = wishing(1, "46182", {
    ...{ interet: "certain", frequence: "quotidien", personnes_interessees: 50 },
    ...{ creneaux: ["mar:matin"], budget_mois: "50_99" },
  });
  for (const given of [usual, certainOnly]) {
    const [before, after] = [others, [...others, ...firm]].map((list) => figures(list, given));
    for (const sum of ["personDays", "demand", "desks", "peak", "income", "deskKinds"] as const) {
      expect(after?.[sum]).toEqual(before?.[sum]);
      expect(before?.[sum]).toBeTruthy();
    }
  }
  const { bases } = figures([...others, ...firm]);
  expect(bases.leavesAside).toEqual({ wishes: true, travel: false });
  expect(bases.jours_personnes).toBe("few_left_out");
  expect(figures(others).bases.leavesAside.wishes).toBe(false);
});

test("intents put together are said to be", () => {
  const few = [...wishing(20, "46182"), ...wishing(3, "46182", { interet: "certain" })];
  expect(figures(few).bases.together.wishes).toEqual([["certain", "probable"]]);
  expect(figures(wishing(20, "46182")).bases.together.wishes).toEqual([]);
});

test("in a line of desks those who want a room only are nobody or five, whatever the demand tells", () => {
  const rooms = (count: number, commune: string) =>
    wishing(count, commune, { espaces: ["salle_reunion"] });
  const responses = [
    ...wishing(20, "46182"),
    ...wishing(20, "46225"),
    ...rooms(2, "46182"),
    ...rooms(6, "46225"),
  ];
  const { demand, desks } = figures(responses);
  expect(demand.map(({ wishes }) => wishes).sort()).toEqual([22, 26]);
  expect(desks.map(({ communes, wishes }) => [communes, wishes])).toEqual([
    [["46182", "46225"], 40],
  ]);
});
