import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  bitsFor,
  isFree,
  mayAnswer,
  mostBitsForPeople,
  startsPerNetwork,
  sumIn,
  workText,
  zeroBits,
} from "@/lib/surveys/floods/rules";

test("in quiet times nothing is asked of anybody", () => {
  expect(isFree({ ofNetwork: 1, ofAll: 1 })).toBe(true);
  expect(isFree({ ofNetwork: 60, ofAll: 300 })).toBe(true);
  expect(isFree({ ofNetwork: 1, ofAll: 301 })).toBe(false);
});

test("the sixty-first of a school's or a carrier's address proves, by a second of work", () => {
  expect(isFree({ ofNetwork: 61, ofAll: 61 })).toBe(false);
  expect(bitsFor({ ofNetwork: 61, ofAll: 61 })).toBe(15);
  // The six-hundredth, within the hour: half a minute.
  expect(bitsFor({ ofNetwork: startsPerNetwork.most, ofAll: 100 })).toBeLessThanOrEqual(20);
});

test("the work doubles with each hundred who begin", () => {
  const bits = [301, 400, 401, 800, 1_300].map((ofAll) => bitsFor({ ofNetwork: 1, ofAll }));
  expect(bits).toEqual([15, 16, 16, 20, 25]);
});

test("the plain question is enough ten times an hour, three while surely machines come", () => {
  const most = (bits: number) => [3, 4, 10, 11].map((count) => mayAnswer(count, bits));
  expect(most(mostBitsForPeople)).toEqual([true, true, true, false]);
  expect(most(mostBitsForPeople + 1)).toEqual([true, false, false, false]);
});

describe("50 000 automatic beginnings from 500 networks in ten minutes", () => {
  type Flood = {
    /** Digests they compute altogether, each paying for the cheapest first. */
    digests?: number;
    /** They read the question and add. */
    areReading?: boolean;
    /** What is asked; ours, but where the flood is to be shown what it would do without. */
    asked?: typeof bitsFor;
  };

  type Own = { starts: number; answers: number };

  /** How many are let in, by the rules alone, in the order in which `admitStart` asks them. */
  function letIn({ digests = 0, areReading = false, asked = bitsFor }: Flood): number {
    const networks = Array.from({ length: 500 }, (): Own => ({ starts: 0, answers: 0 }));
    let left = digests;
    const pays = (bits: number) => {
      const isAble = left >= 2 ** bits;
      if (isAble) left -= 2 ** bits;
      return isAble;
    };
    const reads = (own: Own, bits: number) => {
      own.answers += 1;
      return mayAnswer(own.answers, bits);
    };
    const isLetIn = (own: Own, ofAll: number) => {
      own.starts += 1;
      const starts = { ofNetwork: own.starts, ofAll };
      if (own.starts > startsPerNetwork.most) return false;
      const bits = asked(starts);
      return isFree(starts) || pays(bits) || (areReading && reads(own, bits));
    };
    const all = Array.from({ length: 50_000 }, (_, index) => index);
    return all.filter((index) => {
      const own = networks[index % networks.length];
      return own !== undefined && isLetIn(own, index + 1);
    }).length;
  }

  /** Ten minutes of a core that computes ten million a second. */
  const core = 10_000_000 * 600;

  test("of those who prove nothing, three hundred are let in", () => {
    expect(letIn({})).toBe(300);
  });

  test("of those who compute, one machine gets some thousand, five hundred machines some two thousand", () => {
    expect(letIn({ digests: core })).toBeLessThan(1_400);
    expect(letIn({ digests: 500 * core })).toBeLessThan(2_300);
    // Ten times as many machines get three hundred more.
    expect(letIn({ digests: 5_000 * core }) - letIn({ digests: 500 * core })).toBeLessThan(400);
  });

  test("of those who compute and read the question too, fewer than four thousand", () => {
    expect(letIn({ digests: 500 * core, areReading: true })).toBeLessThan(4_000);
    expect(letIn({ areReading: true })).toBeLessThan(2_500);
  });

  test("negative control: work that never grows lets in all of them", () => {
    expect(letIn({ digests: 500 * core, asked: () => 15 })).toBe(50_000);
  });
});

test("zero bits are those a digest begins with", () => {
  expect(zeroBits(new Uint8Array([0xff]))).toBe(0);
  expect(zeroBits(new Uint8Array([0x01]))).toBe(7);
  expect(zeroBits(new Uint8Array([0, 0x10]))).toBe(11);
  expect(zeroBits(new Uint8Array([0, 0]))).toBe(16);
});

test("a solution is found in a reasonable number of tries, and the sum is one a child does", () => {
  const digestOf = (number: number) =>
    createHash("sha256")
      .update(workText("essai", String(number)))
      .digest();
  let tried = 0;
  while (zeroBits(digestOf(tried)) < 10) tried += 1;
  expect(tried).toBeLessThan(20_000);
  for (const challenge of ["", "a", "abc.1.x", "é".repeat(90)]) {
    for (const number of sumIn(challenge)) {
      expect(number).toBeGreaterThanOrEqual(2);
      expect(number).toBeLessThanOrEqual(9);
    }
  }
});
