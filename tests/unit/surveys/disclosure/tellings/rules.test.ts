import { expect, test } from "vitest";
import { isSafeGap, tellingPeople, tellsEach } from "@/lib/surveys/disclosure/tellings/rules";

test("a sum is told by its people where each group of them is enough, none being nearly all of it", () => {
  const people = (count: number, group: string, value = 1) =>
    Array.from({ length: count }, (_, index) => ({ respondent: index, value, group }));
  const apart = [...people(6, "certain"), ...people(7, "probable").map(shifted)];
  expect(tellingPeople(apart)).toBe(13);
  expect(tellingPeople([...apart, ...people(2, "possible")])).toBe(1);
  expect(
    tellingPeople([...people(6, "certain"), { respondent: 9, value: 50, group: "certain" }]),
  ).toBe(1);
  expect(tellingPeople([...people(6, "km"), { respondent: 9, value: -50, group: "km" }])).toBe(1);
  expect(isSafeGap([])).toBe(true);
  expect(isSafeGap(people(4, ""))).toBe(false);
});

function shifted<Telling extends { respondent: number }>(telling: Telling): Telling {
  return { ...telling, respondent: telling.respondent + 100 };
}

test("values put together are told by their sum where it leaves none of them room", () => {
  expect(tellsEach([1, 1, 1, 1, 1], 5)).toBe(true);
  expect(tellsEach([4, 4, 4], 5)).toBe(true);
  expect(tellsEach([4, 4, 2], 5)).toBe(false);
  expect(tellsEach([4, 4], 5)).toBe(false);
  expect(tellsEach([1, 1, 9], 5)).toBe(false);
});
