import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { ok } from "@/lib/core/result";
import { db, inTransaction, rowsOf } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { lockAlone } from "@/lib/infra/locks";

const writers = 64;
const pool = env().DATABASE_POOL;
/** Three connections in four are for those who write. */
const turns = Math.floor(pool * 0.75);

/** Somebody outside this process holds that name until it is let go. */
async function held(name: string): Promise<() => Promise<unknown>> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
  return () => client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]);
}

const waiting = {
  name: "waiting",
  text: "SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))::text",
};

/** How many connections wait for somebody's lock, once the pool has given all it gives. */
async function waitersOf(least: number): Promise<number> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    for (let look = 0; ; look += 1) {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
      );
      const count = rows[0]?.count ?? 0;
      if (count >= least || look === 100) return count;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await client.end();
  }
}

async function isAnswered(reading: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds, "late"));
  return (await Promise.race([reading, late])) !== "late";
}

test.each([
  ["transactions", (name: string) => inTransaction(async (tx) => ok(await lockAlone(tx, name)))],
  ["statements", (name: string) => rowsOf(db, { ...waiting, mayWait: true }, [name])],
])("pages are read while sixty-four %s wait for one space", async (what, write) => {
  const letGo = await held(what);
  const written = Promise.all(Array.from({ length: writers }, () => write(what)));
  expect(await waitersOf(turns)).toBe(turns);
  expect(await db.space.count()).toBeGreaterThanOrEqual(0);
  expect(await rowsOf(db, { name: "one", text: "SELECT 1 AS one" }, [])).toEqual([{ one: 1 }]);
  expect(await waitersOf(turns)).toBe(turns);
  await letGo();
  expect(await written).toHaveLength(writers);
});

test("negative control: writers that take no turn keep every page waiting", async () => {
  const letGo = await held("no turn");
  const written = Promise.all(
    Array.from({ length: writers }, () => rowsOf(db, waiting, ["no turn"])),
  );
  expect(await waitersOf(pool)).toBe(pool);
  const reading = db.space.count();
  expect(await isAnswered(reading, 500)).toBe(false);
  await letGo();
  expect(await written).toHaveLength(writers);
  expect(await reading).toBeGreaterThanOrEqual(0);
});
