import "server-only";
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { log } from "@/lib/infra/log";

type DayKey = { day: string; key: Buffer };

const globals = globalThis as typeof globalThis & { cowlotingNetworkKey?: DayKey };

/**
 * The key of the day (in UTC) under which networks are counted: chance, the same for every replica, and
 * deleted once the day is over, so that nobody can tell any more which network a counter was of. While
 * Postgres is away the process makes do with one of its own.
 */
export async function networkKeyOf(pool: pg.Pool, at: Date): Promise<Buffer> {
  const day = at.toISOString().slice(0, 10);
  const known = globals.cowlotingNetworkKey;
  if (known?.day === day) return known.key;
  try {
    const key = await storedKey(pool, day);
    globals.cowlotingNetworkKey = { day, key };
    return key;
  } catch (error) {
    log.warn({ err: error }, "network key could not be read");
    return ownKey;
  }
}

const ownKey = randomBytes(32);

/** Two that begin a day at once agree: the row of the first stands, and is read once it does. */
async function storedKey(pool: pg.Pool, day: string): Promise<Buffer> {
  await pool.query("DELETE FROM network_keys WHERE day < $1::date", [day]);
  await pool.query(
    "INSERT INTO network_keys (day, key) VALUES ($1::date, $2) ON CONFLICT (day) DO NOTHING",
    [day, randomBytes(32)],
  );
  const { rows } = await pool.query<{ key: Buffer }>(
    "SELECT key FROM network_keys WHERE day = $1::date",
    [day],
  );
  const [row] = rows;
  if (!row) throw new Error(`no network key of ${day}`);
  return row.key;
}
