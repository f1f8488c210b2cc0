import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { figuresOf } from "@/lib/surveys/figures/rules";
import type { Figures } from "@/lib/surveys/figures/schema";
import { differencesOf, nextFigures } from "@/lib/surveys/publications/rules";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, aResponse } from "@/tests/support/questionnaires";

const values = ["v0", "v1", "v2", "v3"];
const asked = aQuestionnaire([
  aQuestion("a", { options: values.map((value) => ({ value, label: { fr: value, en: value } })) }),
  aQuestion("b", {
    type: "multi",
    required: false,
    options: values.map((value) => ({ value, label: { fr: value, en: value } })),
  }),
]);
const publish = (answers: Answers[], batch: number): Figures => {
  const made = figuresOf({
    questionnaire: asked,
    responses: answers.map((each) => aResponse(each)),
    communes: [],
    assumptions: assumptions.parse({}),
    batch,
  });
  if (!made) throw new Error("too few answers for a publication");
  return made;
};

const anAnswer = fc.record({
  a: fc.constantFrom(...values),
  b: fc.subarray(values, { minLength: 1 }),
});
/** Answers counted first, those that came since, and how many of the first were taken back. */
const histories = fc.tuple(
  fc.array(anAnswer, { minLength: 20, maxLength: 60 }),
  fc.array(anAnswer, { minLength: 5, maxLength: 25 }),
  fc.nat(6),
);

/** What somebody who kept the first publication subtracts from the second: groups of one to four. */
function isolated(before: Figures, after: Figures): number[] {
  const shown = ({ tables }: Figures, id: string) => {
    const table = tables.find(({ question }) => question === id);
    const parts = (table?.lines ?? []).flatMap(({ values: keys, count }) =>
      count === null ? [] : [{ keys, count }],
    );
    return { table, parts };
  };
  const found = before.tables.flatMap(({ question }) => {
    const [first, second] = [shown(before, question), shown(after, question)];
    // A value hidden in one of them is not nobody: it cannot be subtracted.
    if (first.table?.kind === "choices") {
      return first.parts.flatMap(({ keys: [key = ""], count }) => {
        const other = second.parts.find(({ keys }) => keys[0] === key);
        return other ? [other.count - count] : [];
      });
    }
    return second.table ? differencesOf(first.parts, second.parts) : [];
  });
  return [...found, after.responses - before.responses].filter(
    (difference) => difference !== 0 && Math.abs(difference) < smallestGroup,
  );
}

const three = fc
  .tuple(histories, fc.array(anAnswer, { maxLength: 20 }))
  .map(([[first, since, back], later]) => {
    const left = [...first.slice(back), ...since];
    return [first, left, [...left, ...later]];
  });

/** So many who answered each value, all alike in the rest. */
function answering(sizes: number[]): Answers[] {
  return sizes.flatMap((count, index) =>
    Array.from({ length: count }, () => ({ a: `v${index}`, b: ["v0"] })),
  );
}

/** Three values, and who came since, twice. */
const counts = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: 3, maxLength: 3 });
const grown = fc
  .tuple(counts(3, 9), counts(0, 8), counts(0, 6))
  .map((steps) =>
    steps.map((_, round) =>
      answering(
        [0, 1, 2].map((at) =>
          steps.slice(0, round + 1).reduce((sum, step) => sum + (step[at] ?? 0), 0),
        ),
      ),
    ),
  );

/** Three publications, each compared with those of the earlier ones that are `kept`. */
function publishedIn(rounds: Answers[][], kept: (earlier: Figures[]) => Figures[]) {
  const told: Figures[] = [];
  for (const [index, answers] of rounds.entries()) {
    told.push(nextFigures(kept(told), publish(answers, index + 1)));
  }
  const [before, next, last] = told;
  if (!before || !next || !last) throw new Error("three publications");
  return [before, next, last] as const;
}

describe("whoever kept the publication before", () => {
  test("isolates fewer than five answers in none of what is published next", () => {
    fc.assert(
      fc.property(histories, ([first, since, back]) => {
        const before = publish(first, 1);
        const after = nextFigures([before], publish([...first.slice(back), ...since], 2));
        expect(isolated(before, after)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("nor over three publications, between any two of them", () => {
    fc.assert(
      fc.property(fc.oneof(three, grown), (rounds) => {
        const [before, next, last] = publishedIn(rounds, (earlier) => earlier);
        const found = [isolated(before, next), isolated(next, last), isolated(before, last)];
        expect(found).toEqual([[], [], []]);
      }),
      { numRuns: 500 },
    );
  });

  test("would over three, were each compared with the last alone: the search finds it", () => {
    const naive = fc.check(
      fc.property(grown, (rounds) => {
        const [before, , last] = publishedIn(rounds, (earlier) => earlier.slice(-1));
        return isolated(before, last).length === 0;
      }),
      { numRuns: 2_000 },
    );
    expect(naive.failed).toBe(true);
  });

  test("one who came to A is not found by putting B and C together in between", () => {
    const rounds = [
      [10, 3, 4],
      [10, 3, 12],
      [11, 7, 12],
    ].map(answering);
    const countsIn = ({ tables }: Figures) =>
      tables.find(({ question }) => question === "a")?.lines.map(({ count }) => count);
    const naive = publishedIn(rounds, (earlier) => earlier.slice(-1));
    expect(naive.map(countsIn)).toEqual([
      [10, 7],
      [12, 13],
      [12, 11, 7],
    ]);
    expect(isolated(naive[0], naive[2])).toContain(1);
    const kept = publishedIn(rounds, (earlier) => earlier);
    expect(kept.map(countsIn)).toEqual([
      [10, 7],
      [12, 13],
      [12, 13],
    ]);
  });

  test("would isolate some, were the figures simply made anew: the search finds it", () => {
    const naive = fc.check(
      fc.property(histories, ([first, since, back]) => {
        const after = publish([...first.slice(back), ...since], 2);
        return isolated(publish(first, 1), after).length === 0;
      }),
      { numRuns: 300 },
    );
    expect(naive.failed).toBe(true);
  });

  test("sees a table move once enough has come", () => {
    const first = Array.from({ length: 20 }, () => ({ a: "v0", b: ["v0"] }));
    const before = publish(first, 1);
    const few = nextFigures([before], publish([...first, ...first.slice(0, 5)], 2));
    expect(few.tables[0]).toMatchObject({ base: 25, batch: 2 });
  });
});
