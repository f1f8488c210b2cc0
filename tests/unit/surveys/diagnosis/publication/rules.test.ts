import { expect, test } from "vitest";
import { crossedLines, linesByCommune } from "@/lib/surveys/diagnosis/publication/rules";

const bourgOf = new Map([
  ["46001", "46182"],
  ["46062", "46182"],
]);
let respondents = 0;
const times = (count: number, commune: string, value: number) =>
  Array.from({ length: count }, () => ({ respondent: respondents++, commune, value }));

test("a commune named by enough is by itself, small ones go with their bourg", () => {
  const entries = [
    ...times(6, "46225", 2),
    ...times(3, "46001", 1),
    ...times(2, "46062", 4),
    ...times(4, "46182", 1),
  ];
  expect(linesByCommune(entries, bourgOf, 5)).toEqual([
    { communes: ["46001", "46062", "46182"], respondents: 9, wishes: 9, value: 15 },
    { communes: ["46225"], respondents: 6, wishes: 6, value: 12 },
  ]);
});

test("what is too small by itself joins the rest, and nothing is lost from the sum", () => {
  const entries = [...times(6, "46225", 2), ...times(1, "46231", 5)];
  expect(linesByCommune(entries, bourgOf, 5)).toEqual([
    { communes: ["46225", "46231"], respondents: 7, wishes: 7, value: 17 },
  ]);
});

test("a commune that all but one to four named is no line by itself: the base less it would be those", () => {
  const both = (count: number, communes: string[]) =>
    Array.from({ length: count }, () => respondents++).flatMap((respondent) =>
      communes.map((commune) => ({ respondent, commune, value: 1 })),
    );
  const told = (alone: number) => {
    const entries = [
      ...both(9, ["46225", "46231"]),
      ...both(20, ["46225"]),
      ...both(alone, ["46231"]),
    ];
    const asked = [...new Set(entries.map(({ respondent }) => respondent))].map((respondent) => ({
      respondent,
    }));
    return linesByCommune(entries, bourgOf, 5, [], asked).map(({ communes }) => communes);
  };
  expect(told(3)).toEqual([["46225", "46231"]]);
  expect(told(5)).toEqual([["46225"], ["46231"]]);
});

test("when all together are too few there is no line", () => {
  expect(linesByCommune(times(4, "46225", 1), bourgOf, 5)).toEqual([]);
});

test("whoever names two communes put together is one respondent, by whom a line is judged, and two wishes", () => {
  const three = [1, 2, 3].flatMap((respondent) =>
    ["46001", "46062"].map((commune) => ({ respondent, commune, value: 1 })),
  );
  expect(linesByCommune(three, bourgOf, 5)).toEqual([]);
  expect(linesByCommune([...three, ...times(5, "46001", 1)], bourgOf, 5)).toEqual([
    { communes: ["46001", "46062"], respondents: 8, wishes: 11, value: 11 },
  ]);
});

test("a crossed cell is judged by people, not by what they said, and sums what they said", () => {
  const entries = Array.from({ length: 4 }, (_, respondent) => respondent).flatMap((respondent) =>
    ["A", "B"].map((row) => ({ respondent, row, column: "open", value: 2 })),
  );
  expect(crossedLines(entries, () => "all", 4)).toEqual([
    { rows: ["A"], cells: new Map([["open", 8]]) },
    { rows: ["B"], cells: new Map([["open", 8]]) },
  ]);
  expect(crossedLines(entries, () => "all", 5)).toBeNull();
});

test("a commune where one answer is more than 85 % of the sum goes with others, so that no total tells it", () => {
  const shared = [...times(11, "46225", 1), ...times(1, "46225", 100)];
  expect(linesByCommune(shared, bourgOf, 11)).toEqual([]);
  const more = [...shared, ...times(40, "46231", 2)];
  expect(linesByCommune(more, bourgOf, 11)).toEqual([
    { communes: ["46225", "46231"], respondents: 52, wishes: 52, value: 191 },
  ]);
});
