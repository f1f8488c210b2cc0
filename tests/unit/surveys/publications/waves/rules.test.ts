import { describe, expect, test } from "vitest";
import { takesIn, waveOf } from "@/lib/surveys/publications/waves/rules";

const early = { isFirstHalf: true, isOver: false };
const late = { isFirstHalf: false, isOver: false };
const over = { isFirstHalf: false, isOver: true };

describe("the sums are told", () => {
  test("first once thirty have answered, in the first half of the campaign", () => {
    expect(takesIn({ ...early, summed: 0, waiting: 29 })).toBe(false);
    expect(takesIn({ ...early, summed: 0, waiting: 30 })).toBe(true);
    expect(takesIn({ ...late, summed: 0, waiting: 149 })).toBe(false);
  });

  test("no more until half of it, then once twice as many came, a hundred and fifty at least", () => {
    expect(takesIn({ ...early, summed: 30, waiting: 900 })).toBe(false);
    expect(takesIn({ ...late, summed: 30, waiting: 149 })).toBe(false);
    expect(takesIn({ ...late, summed: 30, waiting: 150 })).toBe(true);
    expect(takesIn({ ...late, summed: 180, waiting: 179 })).toBe(false);
    expect(takesIn({ ...late, summed: 180, waiting: 180 })).toBe(true);
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
