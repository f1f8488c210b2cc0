import path from "node:path";
import { withoutColours } from "../launch/child";
import { isEnding } from "../launch/life";
import { explain, Stop, step } from "../launch/step.js";
import { stateDirectory } from "../postgres/folders";
import type { Tally } from "./tally";

const total: Tally = { passed: 0, failed: 0 };

export const logOfStep = (name: string) => path.join(stateDirectory, "logs", `${name}.log`);

/** Said last, alone on its line, whatever happened before. */
export function sayTotal(): void {
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
}

export const exitCode = () => (total.failed === 0 && total.passed > 0 ? 0 : 1);

type Outcome = { tally: Tally; output: string; remark?: string };

/** One step of the run. A red one shows what it said and the others still run. */
export async function check(
  label: string,
  work: (report: (where: string) => void) => Promise<Outcome>,
): Promise<boolean> {
  let { passed, failed }: Tally = { passed: 0, failed: 1 };
  try {
    await step(
      label,
      async (report) => {
        const outcome = await work(report);
        ({ passed, failed } = outcome.tally);
        if (failed > 0) throw new Stop(lastLines(outcome.output));
        return outcome;
      },
      ({ remark, tally }) => remark ?? (tally.passed > 1 ? `${tally.passed} tests` : ""),
    );
  } catch (error) {
    if (!isEnding()) console.log(`${explain(error)}\n`);
  }
  total.passed += passed;
  total.failed += failed;
  return failed === 0;
}

/** Needed by what follows, but no check by itself; false when it failed. */
export async function prepare<T>(label: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isEnding()) console.log(`✗ ${label}\n${explain(error)}\n`);
    total.failed += 1;
    return null;
  }
}

/** A gate is one check, passed or failed as a whole. */
export function gate(code: number, output: string, remark = ""): Outcome {
  return {
    tally: code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    output,
    remark,
  };
}

const shownLines = 150;

function lastLines(output: string): string {
  return withoutColours(output).trim().split("\n").slice(-shownLines).join("\n");
}
