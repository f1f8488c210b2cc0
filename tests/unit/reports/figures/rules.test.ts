import { describe, expect, test } from "vitest";
import { measureKeyOf } from "@/lib/reports/figures/schema";
import { indicatorIds } from "@/lib/reports/indicators/schema";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";

const elsewhere = { spaceId: "prayssac", personId: "other" };
const bookings = [
  ...manyCame(6, "2026-04-14"),
  ...manyCame(3, "2026-05-12"),
  ...manyCame(7, "2026-06-16"),
  ...["2026-04-14", "2026-05-12", "2026-06-16"].flatMap((on) => manyCame(8, on, elsewhere)),
];

test("every indicator has its figures, in the order of their numbers", () => {
  const figures = figuresFrom({ bookings }, "2026-04-01", "2026-06-30");
  const seen = [...new Set(figures.map(({ indicator }) => indicator))];
  expect(seen).toEqual(indicatorIds);
  expect(() => figures.map(measureKeyOf)).not.toThrow();
});

test("a figure has a value or a reason, never both", () => {
  const figures = figuresFrom({ bookings }, "2026-04-01", "2026-06-30");
  const wrong = figures.filter(({ value, withheld }) => (value === null) !== (withheld !== null));
  expect(wrong).toEqual([]);
});

describe("a month of three people at Luzech", () => {
  const visitsOf = (first: string, last: string) => {
    const figures = figuresFrom({ bookings }, first, last);
    const { value, withheld, without } = pick(figures, "visits.visits", "luzech");
    return { value, withheld, without };
  };

  test("is told by neither the month nor the quarter", () => {
    expect(visitsOf("2026-05-01", "2026-05-31")).toEqual({
      ...{ value: null, withheld: "few_people", without: [] },
    });
    expect(visitsOf("2026-04-01", "2026-06-30")).toEqual({
      ...{ value: 13, withheld: null, without: ["2026-05"] },
    });
  });

  test("hides Prayssac too, since the network is told", () => {
    const figures = figuresFrom({ bookings }, "2026-05-01", "2026-05-31");
    expect(pick(figures, "visits.visits").value).toBe(11);
    expect(pick(figures, "visits.visits", "prayssac").withheld).toBe("protects_another");
  });
});
