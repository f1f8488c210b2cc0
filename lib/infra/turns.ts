import { setImmediate } from "node:timers/promises";

/** Longest a piece of work keeps others waiting, in milliseconds. */
const longestTurn = 10;

/** Carries out work that is cut in small steps, letting requests be answered in between. */
export async function inTurns<Value>(work: Generator<void, Value>): Promise<Value> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < longestTurn) continue;
    await setImmediate();
    since = performance.now();
  }
}
