import { describe, expect, test } from "vitest";
import { takesIn, waveOf } from "@/lib/surveys/publications/waves/rules";

const halfWay = { elapsed: 0.5, isOver: false };
const over = { elapsed: 1.2, isOver: true };

describe("the sums are told", () => {
  test("before the end where three hundred more are to come at half the pace so far", () => {
    expect(takesIn({ ...halfWay, summed: 0, waiting: 599 })).toBe(false);
    expect(takesIn({ ...halfWay, summed: 0, waiting: 600 })).toBe(true);
    expect(takesIn({ elapsed: 0.25, isOver: false, summed: 0, waiting: 199 })).toBe(false);
    expect(takesIn({ elapsed: 0.25, isOver: false, summed: 0, waiting: 200 })).toBe(true);
  });

  test("not while the pace is that of the first days, nor twice", () => {
    expect(takesIn({ elapsed: 0.24, isOver: false, summed: 0, waiting: 900 })).toBe(false);
    expect(takesIn({ ...halfWay, summed: 200, waiting: 900 })).toBe(false);
  });

  test("the last time once nothing can come any more, where thirty came since, or of five never told", () => {
    expect(takesIn({ ...over, summed: 40, waiting: 29 })).toBe(false);
    expect(takesIn({ ...over, summed: 40, waiting: 30 })).toBe(true);
    expect(takesIn({ ...over, summed: 0, waiting: 4 })).toBe(false);
    expect(takesIn({ ...over, summed: 0, waiting: 5 })).toBe(true);
  });
});

test("a batch is of the wave that took it in, with those before it; what came since waits", () => {
  const waves = waveOf([
    { number: 4, takesIn: false },
    { number: 3, takesIn: true },
    { number: 1, takesIn: true },
    { number: 2, takesIn: false },
  ]);
  expect([1, 2, 3, 4, null].map(waves)).toEqual([0, 1, 1, null, null]);
});
