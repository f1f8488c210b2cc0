import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { secondsToWait } from "@/lib/infra/rate-limit";

const windowMs = 60_000;
const usual = 600;
/** The demonstration is on this machine only, and is there to be measured. */
const inDemonstration = 120_000;
const mostCallers = 20_000;

type Count = { until: number; count: number; settled: number; refusedUntil: number };

const counts = new Map<string, Count>();

/**
 * Counts one request of that caller and says how many seconds to wait, null when it may pass. Counted
 * in memory and settled with the counter that all processes share once in a twentieth of the limit:
 * no write a request, and each process lets through that much more at the most.
 */
export function secondsBeforeNext(caller: string, at = Date.now()): number | null {
  const limit = env().API_REQUESTS_PER_MINUTE ?? (env().DEMO ? inDemonstration : usual);
  const count = countOf(caller, at);
  if (count.refusedUntil > at) return Math.ceil((count.refusedUntil - at) / 1000);
  count.count += 1;
  if (count.count > limit) return Math.ceil((count.until - at) / 1000);
  const batch = Math.max(1, Math.floor(limit / 20));
  if (count.count - count.settled >= batch) {
    count.settled += batch;
    settle(caller, count, { limit, batch }).catch((error: unknown) =>
      log.warn({ err: error }, "API limits could not be settled"),
    );
  }
  return null;
}

function countOf(caller: string, at: number): Count {
  const known = counts.get(caller);
  if (known && known.until > at) return known;
  if (counts.size >= mostCallers) counts.clear();
  const refusedUntil = known?.refusedUntil ?? 0;
  const fresh = { until: at + windowMs, count: 0, settled: 0, refusedUntil };
  counts.set(caller, fresh);
  return fresh;
}

async function settle(
  caller: string,
  count: Count,
  { limit, batch }: { limit: number; batch: number },
): Promise<void> {
  const shared = { name: "api", times: limit, seconds: windowMs / 1000 };
  const wait = await secondsToWait(shared, caller, batch);
  if (wait !== null) count.refusedUntil = Date.now() + wait * 1000;
}
