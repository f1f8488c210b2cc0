import { expect, test } from "vitest";
import { eachTally, noTallies, talliesOf, tally } from "@/lib/surveys/disclosure/tallies/rules";

test("each is counted with all, and with those of their wave after the first; silence is no value", () => {
  const tallies = noTallies();
  tally(tallies, {}, ["a", "b"]);
  tally(tallies, { wave: 0 }, ["a"]);
  tally(tallies, { wave: 2 }, ["b"]);
  tally(tallies, { wave: 2 }, null);
  tally(tallies, { wave: 3 }, []);
  expect(tallies.all).toEqual({
    whole: 5,
    answered: 4,
    counts: new Map(Object.entries({ a: 2, b: 2 })),
  });
  expect([...tallies.waves]).toEqual([
    [2, { whole: 2, answered: 1, counts: new Map([["b", 1]]) }],
    [3, { whole: 1, answered: 1, counts: new Map() }],
  ]);
});

test("a part is counted of the whole first, then of each wave that came later", () => {
  const people = (count: number, wave: number) =>
    Array.from({ length: count }, (_, rank) => ({ rank, wave }));
  const sizesOf = (some: { rank: number; wave: number }[]) =>
    eachTally(talliesOf(some, ({ rank }) => (rank < 4 ? [] : null))).map(({ answered, whole }) => ({
      answered,
      whole,
    }));
  expect(sizesOf([...people(9, 0), ...people(6, 1), ...people(5, 2)])).toEqual([
    { answered: 12, whole: 20 },
    { answered: 4, whole: 6 },
    { answered: 4, whole: 5 },
  ]);
  expect(sizesOf([])).toEqual([{ answered: 0, whole: 0 }]);
});
