import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { figuresOf } from "@/lib/surveys/figures/rules";
import type { Figures } from "@/lib/surveys/figures/schema";
import {
  differencesOf,
  isBatchDue,
  isCountedInBatches,
  nextFigures,
  type Part,
} from "@/lib/surveys/publications/rules";
import type { Answers } from "@/lib/surveys/questionnaires/schema";
import { aQuestion, aQuestionnaire, aResponse } from "@/tests/support/questionnaires";

describe("a new batch", () => {
  const monday = day("2026-07-06");
  test("is the first one as soon as five answers wait", () => {
    expect(isBatchDue(null, { waiting: 4, total: 4 }, monday)).toBe(false);
    expect(isBatchDue(null, { waiting: 5, total: 5 }, monday)).toBe(true);
  });

  test("waits a week, and for five more than were counted", () => {
    const last = { day: monday, responses: 20 };
    expect(isBatchDue(last, { waiting: 9, total: 29 }, day("2026-07-12"))).toBe(false);
    expect(isBatchDue(last, { waiting: 4, total: 24 }, day("2026-07-13"))).toBe(false);
    expect(isBatchDue(last, { waiting: 5, total: 25 }, day("2026-07-13"))).toBe(true);
  });

  test("answers taken back are not made up for by as many new ones", () => {
    const last = { day: monday, responses: 20 };
    expect(isBatchDue(last, { waiting: 6, total: 22 }, day("2026-07-20"))).toBe(false);
  });
});

test("figures are of batches to the instant at which a campaign closes", () => {
  const closesAt = new Date("2026-09-15T22:00:00Z");
  expect(isCountedInBatches({ closesAt }, new Date("2026-09-15T21:59:59Z"))).toBe(true);
  expect(isCountedInBatches({ closesAt }, closesAt)).toBe(false);
});

const part = (count: number, ...keys: string[]): Part => ({ keys, count });

test("two tables are subtracted over the smallest groups both are made of", () => {
  expect(
    differencesOf([part(8, "a"), part(6, "b", "c")], [part(9, "a"), part(14, "b", "c")]),
  ).toEqual([1, 8]);
  const apart = [part(8, "a"), part(6, "b"), part(7, "c")];
  expect(differencesOf(apart, [part(8, "a"), part(20, "b", "c")])).toEqual([0, 7]);
  expect(differencesOf([part(8, "a")], [part(8, "a"), part(5, "b")])).toEqual([0, 5]);
});

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
    bourgOf: new Map(),
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

describe("whoever kept the publication before", () => {
  test("isolates fewer than five answers in none of what is published next", () => {
    fc.assert(
      fc.property(histories, ([first, since, back]) => {
        const before = publish(first, 1);
        const after = nextFigures(before, publish([...first.slice(back), ...since], 2));
        expect(isolated(before, after)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("nor over three publications", () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(anAnswer, { maxLength: 20 }),
        ([first, since, back], later) => {
          const before = publish(first, 1);
          const left = [...first.slice(back), ...since];
          const next = nextFigures(before, publish(left, 2));
          const last = nextFigures(next, publish([...left, ...later], 3));
          expect(isolated(next, last)).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
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
    const few = nextFigures(before, publish([...first, ...first.slice(0, 5)], 2));
    expect(few.tables[0]).toMatchObject({ base: 25, batch: 2 });
  });
});
