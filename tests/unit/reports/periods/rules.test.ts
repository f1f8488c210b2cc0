import { expect, test } from "vitest";
import { isOneMonth, readPeriod } from "@/lib/reports/periods/rules";
import { addMonths, lastDayOf, monthInput, monthsOf } from "@/lib/reports/schema";

const month = (text: string) => monthInput.parse(text);
const current = month("2026-06");
const months = ["2026-06", "2026-05", "2026-04"].map(month);
const may = { first: month("2026-05"), last: month("2026-05") };

test("without a choice it is the last month that is over", () => {
  const nothing = { first: undefined, last: undefined };
  expect(readPeriod(nothing, months, current)).toEqual({ period: may, isValid: true });
  expect(readPeriod(nothing, [current], current).period.first).toBe("2026-06");
});

test("both ends are included, and one end alone is one month", () => {
  const spring = { first: "2026-04", last: "2026-06" };
  expect(readPeriod(spring, months, current)).toEqual({ period: spring, isValid: true });
  const { period } = readPeriod({ first: "2026-04", last: undefined }, months, current);
  expect(isOneMonth(period)).toBe(true);
});

test.each([
  ["turned round", { first: "2026-06", last: "2026-05" }],
  ["in the future", { first: "2026-06", last: "2026-07" }],
  ["before anything was counted", { first: "2000-01", last: "2000-01" }],
  ["that begins a month too early", { first: "2026-03", last: "2026-05" }],
  ["longer than three years", { first: "2023-06", last: "2026-06" }],
  ["a thirteenth month", { first: "2026-13", last: "2026-13" }],
  ["a list", { first: ["2026-05"], last: "2026-05" }],
  ["a sentence", { first: "mai", last: "mai" }],
])("a period %s falls back, and says so", (_what, asked) => {
  expect(readPeriod(asked, months, current)).toEqual({ period: may, isValid: false });
});

test("longer than three years falls back although every month of it can be reported", () => {
  const long = monthsOf({ first: month("2020-01"), last: current }).reverse();
  const asked = { first: "2023-06", last: "2026-06" };
  expect(readPeriod(asked, long, current)).toEqual({ period: may, isValid: false });
  expect(readPeriod({ ...asked, first: "2023-07" }, long, current).isValid).toBe(true);
});

test("months follow each other through the new year and know their last day", () => {
  expect(addMonths(month("2025-12"), 1)).toBe("2026-01");
  expect(addMonths(month("2026-01"), -2)).toBe("2025-11");
  expect(lastDayOf(month("2024-02"))).toBe("2024-02-29");
  expect(monthsOf({ first: month("2025-11"), last: month("2026-02") })).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
});
