import { expect, test } from "vitest";
import { isMeant } from "@/lib/bookings/series/cancellations/rules";
import { cancelSeriesInput } from "@/lib/bookings/series/cancellations/schema";
import { day } from "@/lib/core/day";

const days = ["2026-06-16", "2026-06-23", "2026-06-30"].map(day);
const second = day("2026-06-23");

test.each([
  ["one", second, ["2026-06-23"]],
  ["from", second, ["2026-06-23", "2026-06-30"]],
  ["all", undefined, days],
  ["one", undefined, []],
  ["from", undefined, []],
] as const)("« %s » said of %s means these dates alone", (scope, said, expected) => {
  expect(days.filter((each) => isMeant(scope, said, each))).toEqual(expected);
});

test("one date and from here on need a date", () => {
  const seriesId = "0197a5c4-0000-7000-8000-000000000001";
  const isRead = (scope: string) => cancelSeriesInput.safeParse({ seriesId, scope }).success;
  expect([isRead("one"), isRead("from"), isRead("all")]).toEqual([false, false, true]);
});
