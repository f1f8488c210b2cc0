import "server-only";
import { createHmac } from "node:crypto";
import pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { now } from "@/lib/infra/clock";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import { networkKeyOf } from "@/lib/infra/network-keys";

/**
 * So many times in so many seconds, counted under `name` for each key. `forgets`: the key is told by a
 * secret of the day that is thrown away with it, as that of a network from which somebody answers.
 */
export type RateLimit = { name: string; times: number; seconds: number; forgets?: "daily" };

const globals = globalThis as typeof globalThis & { cowlotingRateLimitPool?: pg.Pool };
const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one try (or as many as told) and says how long to wait, null when it is allowed. Counters live in Postgres, so
 * every replica counts together; while Postgres is away each process counts alone.
 */
export async function secondsToWait(
  limit: RateLimit,
  key: string,
  tries = 1,
): Promise<number | null> {
  try {
    await limiterOf(limit).consume(await keyed(limit, key), tries);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

/** More than anybody tries in any time: what is counted is never refused here. */
const never = 1_000_000_000;

/** Counts one try and says how many there were in the time, this one included: the caller decides what of. */
export async function timesTried(counted: Omit<RateLimit, "times">, key: string): Promise<number> {
  const limit = { ...counted, times: never };
  const { consumedPoints } = await limiterOf(limit).consume(await keyed(limit, key));
  return consumedPoints;
}

function limiterOf({ name, times, seconds }: RateLimit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const counted = { keyPrefix: name, points: times, duration: seconds };
  const limiter = new RateLimiterPostgres({
    ...counted,
    storeClient: pool(),
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    inMemoryBlockOnConsumed: times + 1,
    insuranceLimiter: new RateLimiterMemory(counted),
  });
  limiters.set(name, limiter);
  return limiter;
}

/** Counting never waits behind the pages' own connections. */
function pool(): pg.Pool {
  globals.cowlotingRateLimitPool ??= new pg.Pool({
    connectionString: env().DATABASE_URL,
    options: "-c TimeZone=UTC",
    max: 2,
    connectionTimeoutMillis: 2_000,
    allowExitOnIdle: true,
  }).on("error", (error) => log.warn({ err: error }, "rate limit connection lost"));
  return globals.cowlotingRateLimitPool;
}

/**
 * Keys name people and networks, and there are few enough networks to try them all: the table keeps what
 * only the secret of the server tells, and the key of the day where that is to be forgotten.
 */
async function keyed({ forgets }: RateLimit, key: string): Promise<string> {
  const secret = createHmac("sha256", env().NEXTAUTH_SECRET).update("rate limits");
  if (forgets) secret.update(await networkKeyOf(pool(), now()));
  return createHmac("sha256", secret.digest()).update(key).digest("base64url");
}
