import { existsSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { assess, criteria, criteriaSaid } from "@/lib/privacy/declarations/rules";
import { assessed } from "@/lib/privacy/declarations/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

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
  const { conform, notApplicable, notAssessed, ...all } = assess();
  expect(conform + notApplicable + notAssessed).toBe(106);
  expect(all.assessed).toBe(conform + notApplicable);
});

test("what is said conform is told by its numbers, in the order of the reference", () => {
  expect(criteriaSaid("conform")).toHaveLength(assess().conform);
  const some = {
    "10.4": { verdict: "not_applicable" },
    "2.1": { verdict: "not_applicable" },
  } as const;
  expect(criteriaSaid("not_applicable", some)).toEqual(["2.1", "10.4"]);
});

test("the state said at the foot of each page is the one computed, in both languages", () => {
  for (const [locale, messages] of [
    ["fr", fr],
    ["en", en],
  ] as const) {
    const t = createTranslator({ locale, messages, namespace: "common" });
    const words = (["full", "partial", "none"] as const).map((state) =>
      t("accessibility", { state }),
    );
    expect(new Set(words).size).toBe(3);
  }
});

test("each criterion said to be held by a test names one that exists", () => {
  const tests = Object.values(assessed).flatMap((verdict) =>
    "test" in verdict ? [verdict.test] : [],
  );
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});
