import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue, countAll, families, numberOf } from "@/lib/reports/indicators/catalogue/rules";
import {
  commonTerms,
  definitionsVersion,
  indicatorIds,
  missingReasons,
} from "@/lib/reports/indicators/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { countingOf, someRows } from "@/tests/support/report-rows";

test("there are 28 indicators, each with its rule, in the order of their numbers", () => {
  expect(indicatorIds).toHaveLength(28);
  expect(Object.keys(catalogue)).toEqual([...indicatorIds]);
  expect(numberOf("offeredCapacity")).toBe(1);
  expect(numberOf("satisfaction")).toBe(28);
});

test.each([
  ["French", fr.indicators],
  ["English", en.indicators],
])(
  "each has its name, definition, base and what it is not in %s, and nothing else is said",
  (_name, words) => {
    expect(Object.keys(words.list)).toEqual([...indicatorIds]);
    for (const said of Object.values(words.list)) {
      expect(Object.keys(said)).toEqual(["name", "definition", "base", "not"]);
      expect(Object.values(said).filter((text) => text.trim() === "")).toEqual([]);
    }
    expect(Object.keys(words.reasons)).toEqual([...missingReasons]);
    expect(Object.keys(words.families)).toEqual([...families]);
    expect(Object.keys(words.commonList)).toEqual([...commonTerms]);
  },
);

test("what nothing collects answers why, over any days, and never a number", () => {
  const readings = countAll(someRows(), countingOf("2026-06-01", "2026-06-30"));
  const missing = indicatorIds.filter((id) => readings[id].kind === "not_collected");
  expect(missing).toEqual(["trialReturn", "receipts", "satisfaction"]);
  expect(missing.map((id) => catalogue[id].missing)).not.toContain(null);
  expect(readings.receipts).toEqual({ kind: "not_collected", because: "no_receipts" });
  expect(readings.personDays.kind).toBe("counted");
});

test("what a definition says is missing in part is so in what is counted", () => {
  const readings = countAll(someRows(), countingOf("2026-06-01", "2026-06-30"));
  for (const id of indicatorIds) {
    const { missing, missingPart } = catalogue[id];
    const told = [...JSON.stringify(readings[id], replaceMaps).matchAll(/"because":"(\w+)"/g)];
    const reasons = new Set(told.map(([, reason]) => reason));
    expect([id, ...reasons]).toEqual([id, ...[missing ?? missingPart].filter(Boolean)]);
  }
});

test("what crosses persons with who they are is refused over dates that are not whole months", () => {
  const readings = countAll(someRows(), countingOf("2026-06-01", "2026-06-29"));
  const refused = indicatorIds.filter((id) => readings[id].kind === "whole_months_only");
  expect(refused).toEqual(indicatorIds.filter((id) => catalogue[id].isOfWholeMonths));
  expect(refused).toEqual(["residence", "profile", "commuteAvoided", "carbonAvoided"]);
});

test("the history of definitions tells of the version in force", () => {
  const history = readFileSync("docs/reports.md", "utf8");
  expect(history).toMatch(new RegExp(`^\\| ${definitionsVersion} +\\|`, "m"));
});

function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}
