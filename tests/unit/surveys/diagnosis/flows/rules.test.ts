import { expect, test } from "vitest";
import { bourgsOf } from "@/lib/surveys/diagnosis/figures/rules";
import { flowsOf } from "@/lib/surveys/diagnosis/flows/rules";
import { aResponse } from "@/tests/support/questionnaires";
import { communesOfTests } from "@/tests/support/survey-responses";

const bourgOf = bourgsOf(communesOfTests);
const from = (count: number, home: string, wished: string[]) =>
  Array.from({ length: count }, () =>
    aResponse({ commune_residence: home, communes_souhaitees: wished }),
  );

test("wishes are counted by where people live and the bourg they wish, twice for two of its communes", () => {
  const flows = flowsOf(
    [...from(11, "46001", ["46182", "46062"]), ...from(12, "46225", ["46225"])],
    bourgOf,
    11,
  );
  expect(flows?.columns.map(({ bourgs }) => bourgs)).toEqual([["46182"], ["46225"]]);
  expect(flows?.lines.map(({ rows, cells }) => [rows, Object.fromEntries(cells)])).toEqual([
    [["46001"], { "46182": 22 }],
    [["46225"], { "46225": 12 }],
  ]);
});

test("fewer than eleven from one commune go with those around its bourg, then with all", () => {
  const flows = flowsOf(
    [
      ...from(6, "46001", ["46182"]),
      ...from(5, "46062", ["46182"]),
      ...from(6, "46062", ["46225"]),
      ...from(6, "46001", ["46225"]),
      ...from(20, "46231", ["46225"]),
    ],
    bourgOf,
    11,
  );
  expect(flows?.lines.map(({ rows }) => rows)).toEqual([["46001", "46062"], ["46231"]]);
});

test("six who name two communes of a bourg are six people, and no column of it", () => {
  const six = from(6, "46001", ["46182", "46062"]);
  expect(flowsOf(six, bourgOf, 11)).toBeNull();
  const flows = flowsOf([...six, ...from(12, "46001", ["46225"])], bourgOf, 11);
  expect(flows?.columns.map(({ bourgs }) => bourgs)).toEqual([["46182", "46225"]]);
});

test("where even all together are too few nothing is told", () => {
  expect(flowsOf(from(10, "46001", ["46182"]), bourgOf, 11)).toBeNull();
  expect(flowsOf([], bourgOf, 11)).toBeNull();
});
