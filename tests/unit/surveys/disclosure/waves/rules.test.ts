import { expect, test } from "vitest";
import { publishedCounts, publishedRanges } from "@/lib/surveys/disclosure/rules";
import { tellingPeople } from "@/lib/surveys/disclosure/tellings/rules";
import { cameByFives, laterWaves, takenIn, waveByWave } from "@/lib/surveys/disclosure/waves/rules";

const people = (count: number, wave: number | null, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ respondent: from + index, value: 1, wave }));

test("those who wait are in no sum; those said to be of no wave are of the first", () => {
  const all = [{ id: 1 }, { id: 2, wave: 0 }, { id: 3, wave: 2 }, { id: 4, wave: null }];
  expect(takenIn(all).map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(laterWaves(takenIn(all)).map((wave) => wave.map(({ id }) => id))).toEqual([[3]]);
});

test("each wave is made by itself, the first one first", () => {
  const some = [...people(1, 2), ...people(2, 0), ...people(3, 1)];
  expect(waveByWave(some, (wave, isAlone) => [`${wave.length} ${isAlone}`])).toEqual([
    "2 false",
    "3 false",
    "1 false",
  ]);
  expect(waveByWave(people(2, 1), (_, isAlone) => [isAlone])).toEqual([true]);
});

test("a sum is of nobody's account while one to four came to it in a wave, or one who is nearly all of it", () => {
  const first = people(20, 0);
  expect(tellingPeople([...first, ...people(4, 1, 100)])).toBe(1);
  expect(tellingPeople([...first, ...people(5, 1, 100)])).toBe(25);
  const firm = { respondent: 200, value: 60, wave: 1 };
  expect(tellingPeople([...first, ...people(5, 1, 100), firm])).toBe(1);
  // Of a commune crossed with something, eleven.
  expect(tellingPeople([...first, ...people(10, 1, 100)], 5, 11)).toBe(1);
  expect(tellingPeople([...first, ...people(11, 1, 100)], 5, 11)).toBe(31);
});

test("a line to which one came goes with others until five did, and so does a stretch", () => {
  const counts = new Map([
    ["a", 20],
    ["b", 11],
    ["c", 9],
  ]);
  const came = [
    new Map([
      ["a", 9],
      ["b", 1],
      ["c", 4],
    ]),
  ].map((wave) => wave);
  expect(publishedCounts(counts, 5, came)).toEqual([
    { keys: ["a"], count: 20 },
    { keys: ["b", "c"], count: 20 },
  ]);
  expect(publishedRanges([...counts], 5, came)).toEqual([
    { first: "a", last: "a", count: 20 },
    { first: "b", last: "c", count: 20 },
  ]);
  expect(publishedCounts(counts, 5, [new Map([["b", 1]])])).toBeNull();
});

test("to keys put together nobody of a wave comes, or enough of it", () => {
  const wave = new Map([
    ["a", 3],
    ["b", 2],
  ]);
  expect(cameByFives(["a", "b"], [wave], 5)).toBe(true);
  expect(cameByFives(["c"], [wave], 5)).toBe(true);
  expect(cameByFives(["a"], [wave], 5)).toBe(false);
});
