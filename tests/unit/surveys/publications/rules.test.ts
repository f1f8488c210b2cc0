import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "@/lib/core/day";
import { smallestGroup } from "@/lib/surveys/disclosure/schema";
import type { Figures } from "@/lib/surveys/figures/schema";
import { differencesOf, nextCut, nextFigures, type Part } from "@/lib/surveys/publications/rules";

const monday = day("2026-07-06");
const unsummed = { counted: 0, takenBack: 0 };
const nobody = { waiting: 0, counted: 20, takenBack: 0, summed: unsummed, takenBackSince: null };
const noneAside = { ofSums: 0, since: 0 };
const counted = { day: monday, responses: 20 };

describe("a new batch", () => {
  const grown = { isGrowing: true, isLeaving: false, setAside: noneAside };

  test("is the first one as soon as five answers wait", () => {
    const first = { ...nobody, counted: 0 };
    expect(nextCut(null, { ...first, waiting: 4 }, monday)).toBeNull();
    expect(nextCut(null, { ...first, waiting: 5 }, monday)).toEqual(grown);
  });

  test("waits a week, and for five more, whether the campaign is open, closed or being published", () => {
    expect(nextCut(counted, { ...nobody, waiting: 9 }, day("2026-07-12"))).toBeNull();
    expect(nextCut(counted, { ...nobody, waiting: 4 }, day("2026-07-13"))).toBeNull();
    expect(nextCut(counted, { ...nobody, waiting: 5 }, day("2026-07-13"))).toEqual(grown);
    expect(nextCut(counted, { ...nobody, waiting: 5 }, monday, true)).toEqual(grown);
    expect(nextCut(counted, { ...nobody, waiting: 4 }, monday, true)).toBeNull();
  });

  test("lets answers taken back go once they are five; they do not hold up those who come", () => {
    const back = (takenBack: number) => ({ ...nobody, takenBack, takenBackSince: monday });
    const later = day("2026-07-13");
    expect(nextCut(counted, back(4), later)).toBeNull();
    expect(nextCut(counted, back(5), later)).toEqual({
      ...grown,
      isGrowing: false,
      isLeaving: true,
    });
    expect(nextCut(counted, { ...back(4), waiting: 6 }, later)).toEqual(grown);
  });

  test("never lets some come while others go: a sum would tell one by the other", () => {
    const both = { ...nobody, waiting: 9, takenBack: 5, takenBackSince: monday };
    const left = { isGrowing: false, isLeaving: true, setAside: noneAside };
    expect(nextCut(counted, both, day("2026-07-13"))).toEqual(left);
  });

  test("lets those who wait come in first where the sums are told for the last time", () => {
    const both = { ...nobody, waiting: 9, takenBack: 5, takenBackSince: monday };
    expect(nextCut(counted, both, monday, true)).toEqual(grown);
    expect(nextCut(counted, { ...both, waiting: 0 }, monday, true)?.isLeaving).toBe(true);
  });

  test("lets them go after thirty days with others, five in all, and leaves five or nobody", () => {
    const back = { ...nobody, takenBack: 2, takenBackSince: monday };
    expect(nextCut(counted, back, day("2026-08-04"))).toBeNull();
    const left = { isGrowing: false, isLeaving: true };
    expect(nextCut(counted, back, day("2026-08-05"))).toEqual({
      ...left,
      setAside: { ofSums: 0, since: 3 },
    });
    const few = { ...back, counted: 9 };
    expect(nextCut(counted, few, day("2026-08-05"))).toEqual({
      ...left,
      setAside: { ofSums: 0, since: 7 },
    });
  });

  test("draws them among those the sums are made of, where one of these leaves", () => {
    const drawnFor = (all: number, takenBack: number, summed: typeof unsummed) =>
      nextCut(
        { day: monday, responses: all },
        { waiting: 0, counted: all, takenBack, summed, takenBackSince: monday },
        day("2026-08-05"),
      )?.setAside;
    expect(drawnFor(40, 1, { counted: 20, takenBack: 1 })).toEqual({ ofSums: 4, since: 0 });
    expect(drawnFor(40, 1, { counted: 20, takenBack: 0 })).toEqual({ ofSums: 0, since: 4 });
    // Five leave in all, one of them of the sums.
    expect(drawnFor(40, 5, { counted: 20, takenBack: 1 })).toEqual({ ofSums: 4, since: 0 });
    // Those counted since are too few to do for it.
    expect(drawnFor(23, 1, { counted: 20, takenBack: 0 })).toEqual({ ofSums: 5, since: 0 });
    expect(drawnFor(40, 1, { counted: 9, takenBack: 1 })).toEqual({ ofSums: 8, since: 0 });
  });
});

/** What may happen to a campaign between two looks at its figures. */
const event = fc.oneof(
  { weight: 5, arbitrary: fc.constant("answer" as const) },
  { weight: 3, arbitrary: fc.constant("take back" as const) },
  { weight: 2, arbitrary: fc.constant("batch job" as const) },
  { weight: 2, arbitrary: fc.constant("paper sheet" as const) },
  { weight: 1, arbitrary: fc.constant("close" as const) },
);
const moments = fc.array(fc.tuple(event, fc.integer({ min: 0, max: 9 }), fc.nat(40)), {
  minLength: 10,
  maxLength: 120,
});
type Moments = ["answer" | "take back" | "batch job" | "paper sheet" | "close", number, number][];

type World = {
  today: Day;
  batch: { day: Day; responses: number } | null;
  isClosed: boolean;
  next: number;
  waiting: number[];
  shown: number[];
  /** Those the sums are made of. */
  summed: number[];
  since: Map<number, Day>;
};

const isHere = (world: World) => (each: number) => !world.since.has(each);

const changes: Record<Moments[number][0], (world: World, pick: number) => void> = {
  close: (world) => {
    world.isClosed = true;
  },
  "paper sheet": (world) => world.waiting.push(world.next++),
  answer: (world) => {
    if (!world.isClosed) world.waiting.push(world.next++);
  },
  "take back": (world, pick) => {
    const own = [...world.waiting, ...world.shown.filter(isHere(world))];
    const back = own[pick % Math.max(1, own.length)];
    if (back === undefined) return;
    if (world.shown.includes(back)) world.since.set(back, world.today);
    world.waiting = world.waiting.filter((each) => each !== back);
  },
  "batch job": (world, pick) => {
    const { waiting, shown, summed, since, batch, today } = world;
    const [takenBackSince = null] = [...since.values()].sort();
    const back = (some: number[]) => some.filter((each) => !isHere(world)(each)).length;
    const pending = {
      ...{ waiting: waiting.length, counted: shown.length, takenBack: since.size, takenBackSince },
      summed: { counted: summed.length, takenBack: back(summed) },
    };
    const cut = nextCut(batch, pending, today);
    if (cut?.isLeaving) {
      const others = shown.filter(isHere(world)).filter((each) => !summed.includes(each));
      world.summed = summed.filter(isHere(world)).slice(cut.setAside.ofSums);
      world.shown = [...world.summed, ...others.slice(cut.setAside.since)];
      since.clear();
    }
    if (cut?.isGrowing) {
      world.shown = [...world.shown, ...waiting];
      world.waiting = [];
    }
    if (cut) world.batch = { day: today, responses: world.shown.length };
    // Thirty at least come to the sums, as soon as they may (`takesIn`).
    if (cut && pick % 3 === 0 && world.shown.length - world.summed.length >= 30) {
      world.summed = [...world.shown];
    }
  },
};

/**
 * Who is in the figures after each moment, or in the sums; `isLive` plants what they were made of before: rows
 * as they are.
 */
function looksAt(
  history: Moments,
  isLive: boolean,
  figures: "shown" | "summed" = "shown",
): Set<number>[] {
  const world: World = {
    ...{ today: monday, batch: null, isClosed: false, next: 0 },
    ...{ waiting: [], shown: [], summed: [], since: new Map() },
  };
  const looks = history.map(([kind, days, pick]) => {
    world.today = addDays(world.today, days);
    changes[kind](world, pick);
    const live = [...world.shown.filter(isHere(world)), ...world.waiting];
    return new Set(isLive && world.isClosed ? live : world[figures]);
  });
  return [new Set<number>(), ...looks];
}

/** Groups of one to four that somebody who looks before and after can subtract. */
function isolatedIn(looks: readonly Set<number>[]): number[] {
  return looks.slice(1).flatMap((after, index) => {
    const before = looks[index] ?? new Set<number>();
    const lost = (from: Set<number>, to: Set<number>) => [...from].filter((each) => !to.has(each));
    const groups = [after.size, lost(after, before).length, lost(before, after).length];
    return groups.filter((size) => size > 0 && size < smallestGroup);
  });
}

describe("whoever looks at the figures after every answer, take-back, closing, sheet and batch", () => {
  test("never sees fewer than five come, go or be there", () => {
    fc.assert(
      fc.property(moments, (history) => {
        expect(isolatedIn(looksAt(history, false))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("nor in the sums, nor go of them while others of the figures do", () => {
    const crowds = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 40 }), moments), { minLength: 1, maxLength: 3 })
      .map((parts) =>
        parts.flatMap(
          ([count, history]): Moments => [
            ...Array.from({ length: count }, (): Moments[number] => ["answer", 0, 0]),
            ["batch job", 8, 0],
            ...history,
          ],
        ),
      );
    fc.assert(
      fc.property(crowds, (history) => {
        expect(isolatedIn(looksAt(history, false, "summed"))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("finds the sheet that comes alone when figures go live at the closing, planted here", () => {
    const answers = Array.from({ length: 6 }, (): Moments[number] => ["answer", 0, 0]);
    const history: Moments = [...answers, ["batch job", 0, 0], ["close", 0, 0]];
    expect(isolatedIn(looksAt([...history, ["paper sheet", 1, 0]], true))).toContain(1);
    expect(isolatedIn(looksAt([...history, ["take back", 1, 0]], true))).toContain(1);
  });

  test("sees answers come and go all the same: the rule is not to show nothing", () => {
    const many = (kind: Moments[number][0], count: number) =>
      Array.from({ length: count }, (): Moments[number] => [kind, 0, 0]);
    const history = [...many("answer", 20), ...many("batch job", 1), ...many("take back", 1)];
    const looks = looksAt([...history, ["batch job", 31, 0]], false);
    expect(looks.at(-1)?.size).toBe(15);
  });
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

describe("communes wished, from one publication to the next", () => {
  type Line = Figures["wished"]["lines"][number];
  const occupancies = {
    ...{ targetOccupancy: 0.7, fewestDesksOccupancy: 0.8, mostDesksOccupancy: 0.5 },
  };
  const published = (batch: number, ...lines: Line[]): Figures => ({
    ...{ responses: 40 + 10 * batch, tables: [], withheld: [] },
    residence: { lines: [], batch },
    wished: { lines, batch },
    desks: { lines: [], batch, ...occupancies },
  });
  const line = (respondents: number, wishes?: number): Line => ({
    ...{ communes: ["46182", "46001"], respondents, ...(wishes === undefined ? {} : { wishes }) },
  });
  const nextOf = (before: Line, after: Line) =>
    nextFigures([published(1, before)], published(2, after)).wished.lines;

  test("follow by five people, not by five wishes of two", () => {
    expect(nextOf(line(20, 24), line(26, 32))).toEqual([line(26, 32)]);
    expect(nextOf(line(20, 24), line(22, 30))).toEqual([line(20, 24)]);
    expect(nextOf(line(20, 24), line(20, 30))).toEqual([line(20, 24)]);
  });

  test("stay in respondents where they were told so: wishes less these are who named both", () => {
    expect(nextOf(line(20), line(26, 32))).toEqual([line(20)]);
  });
});
