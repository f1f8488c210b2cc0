import "server-only";
import pg from "pg";
import { env } from "./env";

const patience = 2_000;

const globals = globalThis as typeof globalThis & { cowlotingProbe?: pg.Pool };

/** One connection that only asks whether Postgres is there, apart from those that do the work. */
function probe(): pg.Pool {
  if (!globals.cowlotingProbe) {
    const pool = new pg.Pool({
      connectionString: env().DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    });
    // An idle connection that dies is found out at the next question.
    pool.on("error", () => undefined);
    globals.cowlotingProbe = pool;
  }
  return globals.cowlotingProbe;
}

let asking: Promise<boolean> | null = null;

/** Whether Postgres answers, within two seconds; requests that ask together share one question. */
export function isDatabaseThere(): Promise<boolean> {
  asking ??= probe()
    .query("SELECT 1")
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      asking = null;
    });
  return asking;
}
