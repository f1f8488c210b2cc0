import { expect, test } from "vitest";
import { progressOf } from "@/lib/surveys/progress/rules";
import { surveyOfTheValley } from "@/tests/support/questionnaires";

const survey = surveyOfTheValley();

test("before anything is answered, every step that may come counts", () => {
  const { step, steps, minutes } = progressOf(survey, {}, "vous");
  expect({ step, steps }).toEqual({ step: 1, steps: 5 });
  expect(minutes).toBeGreaterThanOrEqual(6);
});

test("what is answered shortens the way, never lengthens it", () => {
  const retired = { profil: "retraite_habitant" };
  expect(progressOf(survey, retired, "besoin")).toMatchObject({ step: 2, steps: 4 });
  const notInterested = { ...retired, interet: "non" };
  expect(progressOf(survey, notInterested, "participation")).toMatchObject({ step: 3, steps: 3 });
  const shorter = progressOf(survey, notInterested, "besoin").minutes;
  expect(shorter).toBeLessThan(progressOf(survey, retired, "besoin").minutes);
});

test("the minutes left go down from step to step, to one at least", () => {
  const independent = { profil: "independant", interet: "certain" };
  const left = ["vous", "aujourdhui", "besoin", "budget", "participation"].map(
    (section) => progressOf(survey, independent, section).minutes,
  );
  expect(left).toEqual([...left].sort((a, b) => b - a));
  expect(left.at(-1)).toBeGreaterThanOrEqual(1);
});

test("a section that is not on the way has no number", () => {
  expect(progressOf(survey, { profil: "retraite_habitant" }, "aujourdhui").step).toBe(0);
});
