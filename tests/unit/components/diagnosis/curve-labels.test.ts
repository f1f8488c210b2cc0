import { expect, test } from "vitest";
import { labelsAtEnds } from "@/components/diagnosis/curve-labels";

const end = (key: "acceptable" | "fair", y: number) => ({ key, x: 400, y });

test("the name of a curve stands at its end", () => {
  const ends = [end("acceptable", 100), end("fair", 200)];
  expect(labelsAtEnds(ends, 26)).toEqual(ends);
});

test("two curves that end together keep their names apart, the higher one above", () => {
  expect(labelsAtEnds([end("fair", 250), end("acceptable", 246)], 26)).toEqual([
    end("acceptable", 235),
    end("fair", 261),
  ]);
});

test("a curve alone is named where it ends", () => {
  expect(labelsAtEnds([end("fair", 250)], 26)).toEqual([end("fair", 250)]);
  expect(labelsAtEnds([], 26)).toEqual([]);
});
