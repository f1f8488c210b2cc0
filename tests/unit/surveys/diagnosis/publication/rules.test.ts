import { expect, test } from "vitest";
import { linesByCommune } from "@/lib/surveys/diagnosis/publication/rules";

const bourgOf = new Map([
  ["46001", "46182"],
  ["46062", "46182"],
]);
const times = (count: number, commune: string, value: number) =>
  Array.from({ length: count }, () => ({ commune, value }));

test("a commune named by enough is by itself, small ones go with their bourg", () => {
  const entries = [
    ...times(6, "46225", 2),
    ...times(3, "46001", 1),
    ...times(2, "46062", 4),
    ...times(4, "46182", 1),
  ];
  expect(linesByCommune(entries, bourgOf, 5)).toEqual([
    { communes: ["46001", "46062", "46182"], respondents: 9, value: 15 },
    { communes: ["46225"], respondents: 6, value: 12 },
  ]);
});

test("what is too small by itself joins the rest, and nothing is lost from the sum", () => {
  const entries = [...times(6, "46225", 2), ...times(1, "46231", 5)];
  expect(linesByCommune(entries, bourgOf, 5)).toEqual([
    { communes: ["46225", "46231"], respondents: 7, value: 17 },
  ]);
});

test("when all together are too few there is no line", () => {
  expect(linesByCommune(times(4, "46225", 1), bourgOf, 5)).toEqual([]);
});
