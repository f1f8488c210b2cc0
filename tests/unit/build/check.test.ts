import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { clockStart } from "../../../scripts/browser/demonstration";
import { tallyOfRun } from "../../../scripts/check/tally";
import { chunkGroups, overweight, scriptsOf, tableOf } from "../../../scripts/check/weight";
import { snapshotOf } from "../../../scripts/database/snapshot";

test("scripts of a page are counted once, without the polyfills of old browsers", () => {
  const html = `<script src="/_next/static/chunks/a.js" async=""></script>
    <script src="/_next/static/chunks/a.js?dpl=1"></script><script>inline()</script>
    <script src="/_next/static/chunks/old.js" noModule=""></script>`;
  expect(scriptsOf(html)).toEqual(["/_next/static/chunks/a.js"]);
});

test("chunks that load together are found in a loaded script", () => {
  const script = 'e.v(s=>Promise.all(["static/chunks/x.js","static/chunks/y.css"].map(s=>e.l(s))))';
  expect(chunkGroups(script)).toEqual([["/_next/static/chunks/x.js"]]);
});

test("each excess is said; at the budget nothing is", () => {
  const page = { page: "/", scripts: 165, withMap: 215 };
  expect(overweight([page], 400)).toEqual([]);
  expect(overweight([{ ...page, scripts: 165.1, withMap: 215.1 }], 401)).toHaveLength(3);
  expect(tableOf([page], 400)).toContain("165.0 KB");
});

test("a run that breaks outside its tests is a failure", () => {
  expect(tallyOfRun(1, () => ({ passed: 5, failed: 0 }))).toEqual({ passed: 5, failed: 1 });
  expect(tallyOfRun(0, () => ({ passed: 5, failed: 0 }))).toEqual({ passed: 5, failed: 0 });
  expect(tallyOfRun(0, JSON.parse.bind(null, "nothing"))).toEqual({ passed: 0, failed: 1 });
});

test("the journeys start on a coming Tuesday that begins five weeks without a public holiday", () => {
  // After the first of November and the eleventh, Christmas is five weeks away, and a Friday.
  expect(clockStart(day("2026-11-06")).toISOString()).toBe("2026-11-17T08:10:00.000Z");
  expect(clockStart(day("2026-11-17")).toISOString()).toBe("2027-01-05T08:10:00.000Z");
  expect(clockStart(day("2027-01-05")).toISOString()).toBe("2027-01-12T08:10:00.000Z");
  // Easter Monday, the three days of May and Whit Monday.
  expect(clockStart(day("2027-02-10")).toISOString()).toBe("2027-02-16T08:10:00.000Z");
  expect(clockStart(day("2027-02-16")).toISOString()).toBe("2027-05-18T07:10:00.000Z");
});

test("a snapshot of the schema holds every file in order", () => {
  const files = [
    { path: "a.prisma", content: "model A {}\n" },
    { path: "b.prisma", content: "\nmodel B {}" },
  ];
  expect(snapshotOf(files)).toBe("model A {}\n\nmodel B {}\n");
});
