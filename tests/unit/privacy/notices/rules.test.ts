import { expect, test } from "vitest";
import { classification } from "@/lib/privacy/classification/rules";
import { privacyChapters } from "@/lib/privacy/notices/rules";

test("the notice speaks of every table in which somebody is, with why, how long and who sees it", () => {
  const chapters = privacyChapters();
  const told = new Set(chapters.flatMap(({ tables }) => tables));
  expect(Object.keys(classification).filter((table) => !told.has(table))).toEqual([]);
  for (const { bases, durations } of chapters) {
    expect(bases.length).toBeGreaterThan(0);
    expect(durations.length).toBeGreaterThan(0);
  }
  const booking = chapters.find(({ purpose }) => purpose === "booking");
  expect(booking?.durations).toContainEqual({ kind: "months", count: 13, event: "booking_over" });
  expect(booking?.viewers).toContain("hosts");
});
