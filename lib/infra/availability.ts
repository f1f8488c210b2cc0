import "server-only";
import pg from "pg";
import { env } from "./env";
import { log } from "./log";

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
      keepAlive: true,
      idleTimeoutMillis: 0,
    });
    // An idle connection that dies is found out at the next question.
    pool.on("error", () => undefined);
    globals.cowlotingProbe = pool;
  }
  return globals.cowlotingProbe;
}

let asking: Promise<boolean> | null = null;

/** Whether Postgres answers, asked twice before it is called away; requests that ask together share the question. */
export function isDatabaseThere(): Promise<boolean> {
  asking ??= ask()
    // The connection kept for asking may have died with a server that is back already.
    .catch(ask)
    .then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, "Postgres does not answer");
        return false;
      },
    )
    .finally(() => {
      asking = null;
    });
  return asking;
}

function ask(): Promise<unknown> {
  return probe().query("SELECT 1");
}
