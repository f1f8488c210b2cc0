import { expect, test } from "vitest";
import { withActive, withKeptMonths } from "@/lib/reports/figures/kept/rules";
import { plain, share, withhold } from "@/lib/reports/figures/making/rules";
import { monthInput } from "@/lib/reports/schema";

const [april, may, june] = ["2025-04", "2025-05", "2025-06"].map((month) =>
  monthInput.parse(month),
);
const days = { indicator: "personDays", measure: "days", unit: "person_day" } as const;
const persons = { indicator: "uniqueUsers", measure: "persons", unit: "person" } as const;
const offered = { indicator: "offeredCapacity", measure: "deskSlots", unit: "slot" } as const;
const late = { indicator: "lateAndNoShow", measure: "late", unit: "booking" } as const;
const active = { indicator: "activeMembers", measure: "persons", unit: "person" } as const;

const stretch = (month: typeof april, ...figures: ReturnType<typeof plain>[]) => ({
  months: month ? [month] : [],
  figures,
});

test("a month alone says what it said before its people left", () => {
  const kept = [plain(days, null, 12), plain(persons, null, 8), plain(offered, null, 400)];
  const now = [plain(days, null, 30), plain(persons, null, 0), plain(offered, null, 400)];
  expect(withKeptMonths(now, [stretch(april, ...kept)])).toEqual([kept[2], kept[0], kept[1]]);
});

test("what adds up is the sum of the months, and nobody knows who came in two of them", () => {
  const stretches = [
    stretch(april, plain(days, null, 12), plain(persons, null, 8)),
    stretch(may, plain(days, null, 3.5), plain(persons, null, 6)),
  ];
  const now = [plain(days, null, 30), plain(persons, null, 0)];
  expect(withKeptMonths(now, stretches)).toEqual([
    plain(days, null, 15.5),
    withhold(persons, null, "people_gone"),
  ]);
});

test("a share adds its parts and its wholes; a month not told is named, and where none is told it says why", () => {
  const few = withhold(late, "luzech", "few_people");
  const told = [
    stretch(april, share(late, "luzech", { count: 2, of: 30, share: null })),
    stretch(may, few),
    stretch(june, share(late, "luzech", { count: 1, of: 20, share: null })),
  ];
  expect(withKeptMonths([few], told)).toEqual([
    { ...share(late, "luzech", { count: 3, of: 50, share: null }), without: [may] },
  ]);
  expect(withKeptMonths([few], [stretch(april, few), stretch(may, few)])).toEqual([few]);
});

test("where a month was not kept, or lies partly outside, no number of people is told", () => {
  const now = [plain(days, null, 30), plain(offered, null, 400)];
  expect(withKeptMonths(now, null)).toEqual([
    plain(offered, null, 400),
    withhold(days, null, "people_gone"),
  ]);
});

test("who was active is as it was kept, else not told", () => {
  const now = [plain(active, null, 2), plain(days, null, 3)];
  expect(withActive(now, [plain(active, null, 9)])).toEqual([
    plain(days, null, 3),
    plain(active, null, 9),
  ]);
  expect(withActive(now, null)).toEqual([
    withhold(active, null, "people_gone"),
    plain(days, null, 3),
  ]);
});
