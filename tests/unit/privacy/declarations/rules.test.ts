import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { assess, criteria } from "@/lib/privacy/declarations/rules";
import { assessed } from "@/lib/privacy/declarations/schema";

test("the RGAA has 106 criteria, and only those are assessed", () => {
  expect(criteria()).toHaveLength(106);
  expect(Object.keys(assessed).filter((number) => !criteria().includes(number))).toEqual([]);
});

test("what was not assessed lowers the rate; what does not apply does not raise it", () => {
  expect(assess({})).toMatchObject({ rate: 0, notAssessed: 106, state: "none" });
  const half = Object.fromEntries(
    criteria().map((number, index) => [
      number,
      index < 53 ? { verdict: "conform" as const, by: "hand" as const } : undefined,
    ]),
  );
  const known = Object.fromEntries(
    Object.entries(half).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  );
  expect(assess(known)).toMatchObject({ rate: 50, state: "partial" });
  const { conform, notApplicable, notAssessed } = assess();
  expect(conform + notApplicable + notAssessed).toBe(106);
});

test("each criterion said to be held by a test names one that exists", () => {
  const tests = Object.values(assessed).flatMap((verdict) =>
    "test" in verdict ? [verdict.test] : [],
  );
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});
