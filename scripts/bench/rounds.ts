import { load, type Run, type Shot } from "./load";

export type Contest = { name: string; clients: number; seconds: number; next: () => Shot | null };

/** Each contest once a round, one after the other, after a round that only warms up. */
export async function rounds(
  port: number,
  contests: Contest[],
  count: number,
  report: (where: string) => void,
): Promise<Map<string, Run[]>> {
  const runs = new Map<string, Run[]>(contests.map(({ name }) => [name, []]));
  for (let round = 0; round <= count; round += 1) {
    for (const { name, clients, seconds, next } of contests) {
      report(`round ${round} of ${count}: ${name}`);
      const run = await load(port, clients, round === 0 ? 2 : seconds, next);
      if (round > 0) runs.get(name)?.push(run);
    }
  }
  return runs;
}

/** The middle of the rounds. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The middle of the ratios of each round: what drifts over minutes drifts in both. */
export function ratio(
  over: Run[],
  under: Run[],
  of: (run: Run) => number = ({ rate }) => rate,
): number {
  return median(over.map((run, index) => of(run) / Math.max(1e-9, of(under[index] ?? run))));
}
