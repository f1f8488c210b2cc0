import { expect, test } from "vitest";
import { noTallies, tally } from "@/lib/surveys/disclosure/tallies/rules";

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
