import { expect, test } from "vitest";
import { hullOf, isWithin, overlaps } from "@/lib/core/interval";

const at = (hour: number) => new Date(Date.UTC(2026, 5, 16, hour));
const from = (start: number, end: number) => ({ startsAt: at(start), endsAt: at(end) });

test("a morning and the afternoon that begins at its end do not meet", () => {
  expect(overlaps(from(8, 12), from(12, 18))).toBe(false);
});

test("two intervals that share one hour overlap, whichever comes first", () => {
  expect(overlaps(from(8, 13), from(12, 18))).toBe(true);
  expect(overlaps(from(12, 18), from(8, 13))).toBe(true);
});

test("an interval lies within itself and within a longer one only", () => {
  expect(isWithin(from(8, 12), from(8, 12))).toBe(true);
  expect(isWithin(from(9, 11), from(8, 12))).toBe(true);
  expect(isWithin(from(8, 13), from(8, 12))).toBe(false);
});

test("a hull goes from the first start to the last end, whatever lies between", () => {
  expect(hullOf([from(14, 15), from(8, 9), from(10, 18)])).toEqual(from(8, 18));
  expect(hullOf([from(8, 9)])).toEqual(from(8, 9));
});
