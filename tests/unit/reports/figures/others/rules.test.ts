import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";

test("what nothing collects yet says so, with why, and is never zero", () => {
  const figures = figuresFrom({}, "2026-06-01", "2026-06-30");
  const missing = figures.filter(({ withheld }) => withheld === "not_collected");
  expect(missing.map(({ indicator, because }) => [indicator, because])).toContainEqual([
    ...["receipts", "no_receipts"],
  ]);
  expect(missing.every(({ value, because }) => value === null && because !== null)).toBe(true);
});

test("organisations hosted are told by their kind, where it does not tell what few people are", () => {
  const organisations = [{ id: "ateliers", kind: "association" as const, people: [] }];
  const hosted = (people: number) => {
    const bookings = manyCame(people, "2026-06-16", { organisationId: "ateliers" });
    const figures = figuresFrom({ bookings, organisations }, "2026-06-01", "2026-06-30");
    return pick(figures, "structures.hosted", null, {
      kind: "structure",
      structure: "association",
    });
  };
  expect(hosted(5).value).toBe(1);
  expect(hosted(4).withheld).toBe("few_people");
});

test("who began to write to whom is told by months of five", () => {
  const contacts = (count: number) =>
    figuresFrom({ contacts: Array(count).fill(day("2026-06-02")) }, "2026-06-01", "2026-06-30");
  expect(pick(contacts(5), "contribution.contacts").value).toBe(5);
  expect(pick(contacts(2), "contribution.contacts").withheld).toBe("few_people");
});

test("hours of opening and offers of members are told", () => {
  const offers = [day("2026-06-02"), day("2026-07-02")];
  const figures = figuresFrom({ offers }, "2026-06-01", "2026-06-07");
  expect(pick(figures, "opening.staffedHours", "luzech").value).toBe(20);
  expect(pick(figures, "contribution.offers").value).toBe(1);
});
