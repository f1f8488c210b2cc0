import { expect, test } from "vitest";
import { nothingUsed } from "@/lib/reports/rules";
import { trendOf } from "@/lib/reports/trends/rules";
import type { TrendMonth } from "@/lib/reports/trends/schema";

const month = (personDays: number, own: Partial<TrendMonth> = {}) => ({
  ...{ usage: { ...nothingUsed, personDays }, isRunning: false, hidden: null },
  ...own,
});

test("the trend is of three months that are over beside the same a year earlier", () => {
  const older = [month(10), month(20), month(30)];
  const between = Array.from({ length: 9 }, () => month(500));
  const recent = [month(40), month(50), month(60)];
  const running = month(1, { isRunning: true });
  expect(trendOf([...older, ...between, ...recent, running])).toEqual({ recent: 50, before: 20 });
  expect(trendOf([...between, ...recent])).toBeNull();
  expect(trendOf([month(0), month(0), month(0), ...between, ...recent])).toBeNull();
  const hidden = month(0, { hidden: "protects_another" });
  expect(trendOf([hidden, month(20), month(30), ...between, ...recent])).toBeNull();
});
