import { describe, expect, test } from "vitest";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";

// Two, then five, three, four, and six people come for the first time; most come again.
const bookings = [
  ...manyCame(2, "2026-02-11", { personId: "january" }),
  ...manyCame(5, "2026-03-11", { personId: "february" }),
  ...manyCame(3, "2026-04-15", { personId: "march" }),
  ...manyCame(2, "2026-01-13", { personId: "january" }),
  ...manyCame(5, "2026-02-10", { personId: "february" }),
  ...manyCame(3, "2026-03-10", { personId: "march" }),
  ...manyCame(4, "2026-04-14", { personId: "april" }),
  ...manyCame(6, "2026-05-12", { personId: "may" }),
];

describe("newcomers of small months", () => {
  const told = (first: string, last: string) => {
    const { value, withheld, without } = pick(
      figuresFrom({ bookings }, first, last),
      "newUsers.persons",
    );
    return { value, withheld, without };
  };

  test("are told over the months that make five together, and over no part of these", () => {
    expect(told("2026-03-01", "2026-04-30")).toEqual({ value: 7, withheld: null, without: [] });
    // Four came in April alone: what keeps them untold is that March is told with them.
    expect(told("2026-04-01", "2026-04-30").withheld).toBe("protects_another");
  });

  test("are not told while the people of the other months would tell how many they are", () => {
    const freshOf = (...more: ReturnType<typeof manyCame>[]) =>
      pick(
        figuresFrom(
          {
            bookings: [
              ...manyCame(5, "2026-03-10", { personId: "first" }),
              ...manyCame(6, "2026-04-14", { personId: "april" }),
              ...manyCame(4, "2026-05-12", { personId: "may" }),
              ...manyCame(8, "2026-06-16", { personId: "june" }),
              ...more.flat(),
            ],
          },
          ...(["2026-05-01", "2026-06-30"] as const),
        ),
        "newUsers.persons",
      );
    // Twelve, less the eight told of June, would be four, and May is of one to four.
    expect(freshOf().value).toBeNull();
    // Three of April were in June too, which may then be all of its eleven.
    expect(freshOf(manyCame(2, "2026-06-17", { personId: "april" })).value).toBeNull();
    expect(freshOf(manyCame(3, "2026-06-17", { personId: "april" })).value).toBe(12);
  });

  test("are in a period that begins among them from the next months only", () => {
    expect(told("2026-04-01", "2026-05-31")).toEqual({
      ...{ value: 6, withheld: null, without: ["2026-04"] },
    });
  });
});

describe("months in which nobody is new", () => {
  const rows = [
    ...manyCame(1, "2026-01-13", { personId: "first" }),
    ...manyCame(6, "2026-03-10", { personId: "march" }),
    ...manyCame(12, "2026-06-16", { personId: "june" }),
    ...manyCame(3, "2026-07-14", { personId: "july" }),
  ];
  const of = (first: string, last: string) => {
    const { value, withheld, without } = pick(
      figuresFrom({ bookings: rows }, first, last, "2026-10-05T08:00:00Z"),
      "newUsers.persons",
    );
    return { value, withheld, without };
  };

  test("say none, and leave the next newcomers to their own month", () => {
    expect(of("2026-04-01", "2026-05-31")).toEqual({ value: 0, withheld: null, without: [] });
    expect(of("2026-06-01", "2026-06-30")).toEqual({ value: 12, withheld: null, without: [] });
  });

  test("are told with few newcomers before them, who are said to be few only where they are", () => {
    expect(of("2026-07-01", "2026-09-30").withheld).toBe("few_people");
    expect(of("2026-08-01", "2026-09-30").withheld).toBe("protects_another");
    // In the first month everybody is new: it is told with March.
    expect(of("2026-01-01", "2026-02-28").withheld).toBe("protects_another");
  });

  test("are no cohort that came back or not", () => {
    const figures = figuresFrom(
      { bookings: rows },
      ...(["2026-03-01", "2026-06-30", "2026-10-05T08:00:00Z"] as const),
    );
    const cohorts = figures.filter(({ part }) => part?.kind === "cohort");
    expect(cohorts.map(({ part, of: base }) => [part, base])).toEqual([
      [{ kind: "cohort", first: "2026-06", last: "2026-06" }, 12],
    ]);
  });
});

test("in the first month everybody is new: it is told with five of the months after it", () => {
  const many = [...manyCame(9, "2026-01-13"), ...bookings];
  const of = (last: string) =>
    pick(figuresFrom({ bookings: many }, "2026-01-01", last), "newUsers.persons").value;
  expect([of("2026-01-31"), of("2026-02-28")]).toEqual([null, 9 + 2 + 5]);
});

test("who came back is told by groups where neither those nor the others are few", () => {
  const back = [
    ...manyCame(3, "2026-05-13", { personId: "march" }),
    ...manyCame(4, "2026-05-13", { personId: "april" }),
  ];
  const figures = figuresFrom({ bookings: [...bookings, ...back] }, "2026-03-01", "2026-05-31");
  const cohorts = figures.filter(({ part }) => part?.kind === "cohort");
  expect(cohorts.map(({ part, value, of }) => ({ part, value, of }))).toEqual([
    { part: { kind: "cohort", first: "2026-03", last: "2026-04" }, value: 7, of: 7 },
    { part: { kind: "cohort", first: "2026-05", last: "2026-05" }, value: 0, of: 6 },
  ]);
  expect(pick(figures, "retention.returned")).toMatchObject({ value: 7, of: 13 });
});

test("whoever cannot have come back yet is no base", () => {
  const figures = figuresFrom({ bookings }, "2026-05-01", "2026-05-31", "2026-06-15T08:00:00Z");
  expect(pick(figures, "retention.returned").withheld).toBe("no_base");
});
