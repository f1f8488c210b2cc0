import type { Run } from "./load";
import { median } from "./rounds";

/** One line a contest: medians of the rounds. */
export function told(name: string, runs: Run[]): string {
  const of = (value: (run: Run) => number) => median(runs.map(value));
  const statuses = new Map<number, number>();
  for (const run of runs) {
    for (const [status, count] of run.statuses) {
      statuses.set(status, (statuses.get(status) ?? 0) + count);
    }
  }
  const said = [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");
  const rates = runs.map(({ rate }) => Math.round(rate)).join(" ");
  return `${name.padEnd(10)} ${of(({ rate }) => rate)
    .toFixed(0)
    .padStart(
      6,
    )}/s  p50 ${of(({ p50 }) => p50).toFixed(1)} ms  p99 ${of(({ p99 }) => p99).toFixed(1)} ms  max ${Math.max(...runs.map(({ max }) => max)).toFixed(0)} ms  [${rates}]  ${said}`;
}

export type Bar = { line: string; holds: boolean };

/** A figure against its bar. */
export function bar(name: string, value: number, sense: ">=" | "<=", limit: number): Bar {
  const holds = sense === ">=" ? value >= limit : value <= limit;
  const shown = Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
  return { holds, line: `${holds ? "✓" : "✗"} ${name}: ${shown} (${sense} ${limit})` };
}
