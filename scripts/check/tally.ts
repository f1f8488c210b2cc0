import { readFileSync } from "node:fs";
import { z } from "zod";

export type Tally = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

export function tallyOfVitest(file: string): Tally {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** A flaky test counts as failed: it is fixed the day it is seen. */
export function tallyOfPlaywright(file: string): Tally {
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** A run that broke outside its tests (a file that does not load) is one failure at least. */
export function tallyOfRun(code: number, read: () => Tally): Tally {
  try {
    const tally = read();
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
