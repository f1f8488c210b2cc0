import { expect, test } from "vitest";
import { inTurns } from "@/lib/infra/turns";

test("others are answered while long work goes on", async () => {
  let answered = 0;
  const others = setInterval(() => {
    answered += 1;
  }, 1);
  function* work(): Generator<void, number> {
    let sum = 0;
    // Until somebody else had a turn: it would never end were they kept waiting.
    while (answered < 3) {
      sum += 1;
      yield;
    }
    return sum;
  }
  expect(await inTurns(work())).toBeGreaterThan(0);
  clearInterval(others);
});
