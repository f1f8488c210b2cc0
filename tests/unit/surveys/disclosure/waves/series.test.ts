import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Assumptions, Response } from "@/lib/surveys/diagnosis/schema";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import { noAnswer } from "@/lib/surveys/figures/schema";
import { someResponse } from "@/tests/support/survey-responses";
import { speakingFor, suppositions } from "@/tests/support/told-sums";
import {
  differencesBetween,
  publishedTablesOf,
  publishedVersionOf,
  type Version,
  versionOf,
} from "@/tests/support/told-waves";

/** A few kinds of people, so many of each in each of three waves, of two batches each. */
const campaign = fc
  .array(
    fc.tuple(
      someResponse,
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }),
    ),
    {
      minLength: 2,
      maxLength: 5,
    },
  )
  .map((kinds) =>
    kinds.flatMap(([each, counts]) =>
      counts.flatMap((count, wave) =>
        Array.from({ length: count }, (_, index) => ({
          ...speakingFor(each, 10),
          ...{ wave, batch: 2 * wave + (index % 2) },
        })),
      ),
    ),
  );

type Waves = readonly (Response & { wave: number; batch: number })[];
type Reading = (responses: readonly Response[], given: Assumptions) => Version;
const last = 2;
/** Versions by their number; after staff's comes what is published of all the waves. */
const pairs = [
  [0, 1],
  [1, 2],
  [0, 2],
  [0, 3],
  [1, 3],
] as const;

type Readings = { staff: Reading; published: Reading };
const told: Readings = { staff: versionOf, published: publishedVersionOf };

/** Each version somebody may have kept, of the waves up to one; then what is published of all of them. */
function versionsOf(responses: Waves, given: Assumptions, read: Readings): Version[] {
  const upTo = (number: number) => responses.filter(({ wave }) => wave <= number);
  const staff = [0, 1, last].map((number) => read.staff(upTo(number), given));
  return [...staff, read.published(responses, given)];
}

function readIn(versions: readonly Version[], kind: keyof Version): Map<string, number> {
  return new Map(
    pairs.flatMap(([first, next]) =>
      [...differencesBetween(versions[first]?.[kind] ?? [], versions[next]?.[kind] ?? [])].map(
        ([name, value]) => [`${first}-${next} ${name}`, value] as const,
      ),
    ),
  );
}

/**
 * What one answer is behind in each difference: how far it moves when it is of one person more. Those who said
 * the very same in the same wave move it alike: one of them is tried for all.
 */
function movesOf(responses: Waves, given: Assumptions, read: Readings): Map<string, number[]> {
  const before = readIn(versionsOf(responses, given, read), "sums");
  const moves = new Map([...before.keys()].map((name) => [name, [] as number[]]));
  // Nothing that is summed is of the batch.
  const alike = Map.groupBy(responses.keys(), (index) =>
    JSON.stringify({ ...responses[index], batch: 0 }),
  );
  for (const [index = 0, ...others] of alike.values()) {
    const [response] = responses.slice(index, index + 1);
    if (!response) continue;
    const changed = responses.with(index, {
      ...speakingFor(response, 10.001),
      ...{ wave: response.wave, batch: response.batch },
    });
    const after = readIn(versionsOf(changed, given, read), "sums");
    for (const [name, value] of before) {
      const moved = Math.abs((after.get(name) ?? value) - value);
      if (moved > 1e-7) moves.get(name)?.push(moved, ...others.map(() => moved));
    }
  }
  return moves;
}

/** Differences of one to four people, or of which one is nearly all. */
function isolatedSums(responses: Waves, given: Assumptions, read = told) {
  return [...movesOf(responses, given, read)].filter(([, moves]) => {
    const whole = moves.reduce((sum, each) => sum + each, 0);
    const isFew = moves.length > 0 && moves.length < smallestGroup;
    return isFew || Math.max(0, ...moves) > 0.85 * whole;
  });
}

function isolatedCounts(responses: Waves, read = told) {
  const versions = versionsOf(responses, assumptions.parse({}), read);
  return [...readIn(versions, "counts")].filter(
    ([, count]) => count !== 0 && Math.abs(count) < smallestGroup,
  );
}

/** As it was before there were waves: every sum of whatever has come. */
const anew = (read: Reading): Reading => {
  return (responses, given) =>
    read(
      responses.map((response) => ({ ...response, wave: 0 })),
      given,
    );
};
const staffAnew: Readings = { ...told, staff: anew(versionOf) };
const publishedAnew: Readings = { ...told, published: anew(publishedVersionOf) };

/** Those who are asked for a budget say one: all but whoever is not interested. */
const askedForABudget = campaign.map((responses) =>
  responses.map((response): Waves[number] => {
    const { budget_mois = "0", ...answers } = response.answers;
    const isAsked = answers["interet"] !== "non";
    return { ...response, answers: isAsked ? { ...answers, budget_mois } : answers };
  }),
);

/**
 * Two tables beside each other, one told of some and the other of others: whoever was not asked the second is
 * a line of the first, so that one less the other is of one to four.
 */
function isolatedBetweenTables(interests: Waves, budgets: Waves): number[] {
  const lineOf = (responses: Waves, question: string, value: string) =>
    publishedTablesOf(responses)
      .find((table) => table.question === question)
      ?.lines.find(({ values }) => values.join() === value)?.count ?? null;
  const uninterested = lineOf(interests, "interet", "non");
  const silent = lineOf(budgets, "budget_mois", noAnswer);
  if (uninterested === null || silent === null) return [];
  return [Math.abs(uninterested - silent)].filter((gap) => gap > 0 && gap < smallestGroup);
}

describe("whoever puts two tables of one version side by side", () => {
  test("reads no difference of one to four between those who are not interested and those not asked", () => {
    fc.assert(
      fc.property(askedForABudget, (responses) => {
        expect(isolatedBetweenTables(responses, responses)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("reads that every table is of the same people", () => {
    fc.assert(
      fc.property(askedForABudget, (responses) => {
        const parts = publishedTablesOf(responses).filter(({ kind }) => kind === "parts");
        expect(new Set(parts.map(({ base }) => base)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test("would, did one of them move on with each batch: the search finds it", () => {
    const search = fc.check(
      fc.property(askedForABudget, (responses) => {
        const aBatchBefore = responses.filter(({ batch }) => batch < 2 * last + 1);
        return isolatedBetweenTables(aBatchBefore, responses).length === 0;
      }),
      { numRuns: 1500, endOnFailure: true },
    );
    expect(search.failed).toBe(true);
  });
});

describe("whoever keeps every version of the sums", () => {
  test("reads between no two of them what one to four people add", () => {
    fc.assert(
      fc.property(campaign, fc.constantFrom(...suppositions), (responses, given) => {
        expect(isolatedSums(responses, given)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test("nor counts so few of those who ticked something, were asked or go from one place to another", () => {
    fc.assert(
      fc.property(campaign, (responses) => {
        expect(isolatedCounts(responses)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("would read some, were what is published of no wave: the search finds it", () => {
    const search = fc.check(
      fc.property(campaign, (responses) => isolatedCounts(responses, publishedAnew).length === 0),
      { numRuns: 300, endOnFailure: true },
    );
    expect(search.failed).toBe(true);
  });

  test("would read both, were the sums made anew with each wave: the search finds it", () => {
    const sums = fc.check(
      fc.property(
        campaign,
        fc.constantFrom(...suppositions),
        (responses, given) => isolatedSums(responses, given, staffAnew).length === 0,
      ),
      { numRuns: 25, endOnFailure: true },
    );
    const counts = fc.check(
      fc.property(campaign, (responses) => isolatedCounts(responses, staffAnew).length === 0),
      { numRuns: 100, endOnFailure: true },
    );
    expect([sums.failed, counts.failed]).toEqual([true, true]);
  });
});
