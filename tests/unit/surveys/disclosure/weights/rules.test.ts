import fc from "fast-check";
import { expect, test } from "vitest";
import { toldStretches } from "@/lib/surveys/disclosure/weights/rules";

const keyed = (counts: number[]) =>
  counts.map((count, index) => ({
    key: `k${index}`,
    items: Array.from({ length: count }, () => index),
  }));
const isEnough = (items: readonly number[]) => items.length >= 5;

test("keys in their order are cut where there are enough, what is left goes with those before", () => {
  expect(toldStretches(keyed([3, 10, 0, 4]), isEnough).map(({ keys }) => keys)).toEqual([
    ["k0", "k1", "k3"],
  ]);
  expect(toldStretches(keyed([6, 2, 3, 7]), isEnough).map(({ keys }) => keys)).toEqual([
    ["k0"],
    ["k1", "k2"],
    ["k3"],
  ]);
});

test("nobody is lost, nobody is twice, and no stretch is too small but the only one", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
      const told = toldStretches(keyed(counts), isEnough);
      expect(told.flatMap(({ items }) => items)).toEqual(
        keyed(counts).flatMap((each) => each.items),
      );
      if (told.length > 1) expect(told.every(({ items }) => isEnough(items))).toBe(true);
    }),
  );
});
