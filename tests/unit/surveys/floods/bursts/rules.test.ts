import { expect, test } from "vitest";
import { fewestOfBurst, toldOf } from "@/lib/surveys/floods/bursts/rules";

test("a burst is told by whole hundreds", () => {
  expect([fewestOfBurst, 399, 400, 1_234].map(toldOf)).toEqual([300, 300, 400, 1_200]);
});
