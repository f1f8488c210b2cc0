import { describe, expect, test } from "vitest";
import type { ReportPerson, ReportRows } from "@/lib/reports/indicators/schema";
import { figuresFrom, manyCame } from "@/tests/support/report-figures";

const communes: ReportRows["communes"] = ["46182", "46225", "46042"].map((insee) => ({
  ...{ insee, name: insee, epci: null, isMember: true, nearestBourg: "46182", population: 1000 },
}));
const livingIn = (
  communeId: string,
  count: number,
  situation: ReportPerson["situation"] = null,
  from = 0,
): ReportPerson[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `person-${from + at}`,
    communeId,
    situation,
    past: [],
  }));

const linesOf = (people: ReportPerson[], first = "2026-06-01", last = "2026-06-30") => {
  const bookings = manyCame(people.length, "2026-06-16");
  return figuresFrom({ communes, people, bookings }, first, last);
};
const told = (figures: ReturnType<typeof linesOf>, indicator: "residence" | "profile") =>
  figures
    .filter((figure) => figure.indicator === indicator)
    .map(({ value, withheld, part }) => {
      if (part?.kind === "residence") return [part.line.kind, value];
      if (part?.kind === "profile") return [part.situations, value];
      return [withheld, value];
    });

describe("where people live", () => {
  test("is a partition of them: small communes go together, whole or not at all", () => {
    const people = [
      ...livingIn("46182", 6),
      ...livingIn("46225", 3, null, 6),
      ...livingIn("46042", 2, null, 9),
    ];
    expect(told(linesOf(people), "residence")).toEqual([
      ["commune", 6],
      ["around", 5],
    ]);
  });

  test("is told over whole months only", () => {
    const figures = linesOf(livingIn("46182", 9), "2026-06-02", "2026-06-30");
    expect(told(figures, "residence")).toEqual([["whole_months_only", null]]);
    expect(told(figures, "profile")).toEqual([["whole_months_only", null]]);
  });

  test("of fewer than five is not told", () => {
    expect(told(linesOf(livingIn("46182", 4)), "residence")).toEqual([["few_people", null]]);
  });
});

test("what people are is told in lines of five and more, the others all together", () => {
  const people = [
    ...livingIn("46182", 6, "self_employed"),
    ...livingIn("46182", 4, "project_holder", 6),
    ...livingIn("46182", 2, null, 10),
  ];
  expect(told(linesOf(people), "profile")).toEqual([
    [["self_employed"], 6],
    [
      [
        ...["teleworker", "small_business", "project_holder", "student_entrepreneur"],
        ...["association", "resident", "unsaid"],
      ],
      6,
    ],
  ]);
});
