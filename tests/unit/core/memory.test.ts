import { expect, test } from "vitest";
import { onceForEach } from "@/lib/core/memory";

test("a list is summed once, however often it is asked for, and another list apart", () => {
  const summed: number[][] = [];
  const sumOf = onceForEach((list: number[]) => {
    summed.push(list);
    return list.reduce((sum, each) => sum + each, 0);
  });
  const [one, other] = [[1, 2], [3]];
  expect([sumOf(one), sumOf(other), sumOf(one)]).toEqual([3, 3, 3]);
  expect(summed).toEqual([one, other]);
});

test("an answer that is nothing is an answer", () => {
  let asked = 0;
  const nothingOf = onceForEach((_list: object) => {
    asked += 1;
    return undefined;
  });
  const list = {};
  expect([nothingOf(list), nothingOf(list), asked]).toEqual([undefined, undefined, 1]);
});
