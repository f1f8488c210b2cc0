import pg from "pg";
import { migrate } from "../database/prepare";
import { atEnd } from "../launch/life";
import { ensureDatabase } from "../postgres/embedded";
import type { PostgresServer } from "../postgres/server";

/** A migrated database that goes when the command ends. */
export async function scratchDatabase(postgres: PostgresServer, name: string): Promise<string> {
  const url = await ensureDatabase(postgres, name);
  atEnd(() => drop(postgres, name));
  await migrate(url);
  return url;
}

async function drop(postgres: PostgresServer, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}

/** Pairs of live bookings that hold one place at one instant. */
export async function countOverlaps(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } =
      await client.query(`SELECT count(*)::int AS count FROM bookings a JOIN bookings b
      ON a.space_id = b.space_id AND a.resource_id = b.resource_id AND a.id < b.id AND a.during && b.during
      WHERE a.state IN ('confirmed', 'held') AND b.state IN ('confirmed', 'held')`);
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}
