import type { Runner } from "graphile-worker";
import { log } from "@/lib/infra/log";
import { startWorker } from "./jobs";

const retryAfterMs = 5_000;
const globals = globalThis as typeof globalThis & { cowlotingWorker?: { runner: Runner | null } };

/** Starts the worker of this process once, trying again while Postgres is away. */
export function startWorkerWhenPossible(): void {
  if (globals.cowlotingWorker) return;
  globals.cowlotingWorker = { runner: null };
  keepTrying().catch((error: unknown) => log.error({ err: error }, "worker gave up"));
}

/** Whether jobs run in this process at this moment. */
export function isWorkerRunning(): boolean {
  return globals.cowlotingWorker?.runner != null;
}

async function keepTrying(): Promise<void> {
  for (;;) {
    try {
      const runner = await startWorker();
      globals.cowlotingWorker = { runner };
      await runner.promise;
    } catch (error) {
      log.warn({ err: error }, "worker waits for the database");
    }
    globals.cowlotingWorker = { runner: null };
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
}
