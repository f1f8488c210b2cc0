import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";

const clients = 64;

/** Runs the attempts through 64 clients, each taking the next in line. */
export async function inParallel<T>(tasks: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = tasks.values();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const task of queue) results.push(await task());
    }),
  );
  return results;
}

/** Pairs of live bookings that hold a place in common at one instant. */
export async function overlapsIn(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings a JOIN bookings b
      ON a.space_id = b.space_id AND a.places && b.places AND a.id < b.id
     AND a.during && b.during AND a.state IN ('confirmed', 'held') AND b.state IN ('confirmed', 'held')
    WHERE a.space_id = ${spaceId}::uuid`;
  return Number(row?.count);
}

/**
 * Deadlocks Postgres has broken in this database so far. A connection tells what it counted only when it
 * has something to do a second after it last did: each is given that, all of them at once.
 */
export async function deadlocks(): Promise<number> {
  await Promise.all(
    Array.from(
      { length: env().DATABASE_POOL },
      () => db.$queryRaw`SELECT pg_stat_force_next_flush()::text FROM pg_sleep(0.2)`,
    ),
  );
  const [row] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  return Number(row?.deadlocks);
}

/** How many of each outcome: « ok », or the code of the refusal. */
export function outcomesOf(results: ({ ok: true } | { ok: false; refusal: string })[]) {
  const outcomes: Record<string, number> = {};
  for (const result of results) {
    const outcome = result.ok ? "ok" : result.refusal;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
}
