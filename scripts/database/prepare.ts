import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { hashOfSources } from "../build/sources";
import { runScript } from "../launch/child";
import { root } from "../launch/dependencies.js";
import { Stop, step } from "../launch/step.js";
import { answer } from "../postgres/server";
import { applyMigrations } from "./schema-engine";

const quiet = new Logger(() => () => undefined);

/** The schema of the platform and of its job queue, brought up to date. */
export async function migrate(url: string): Promise<string[]> {
  const applied = await applyMigrations(url);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  await runMigrations({ pgPool: pool, logger: quiet });
  await pool.end();
  return applied;
}

export const migrateStep = (url: string) =>
  step(
    "database schema",
    () => migrate(url),
    (applied) => (applied.length > 0 ? `${applied.length} migrations applied` : "up to date"),
  );

/** A database given from outside must be there before anything is asked of it. */
export async function requireDatabase(url: string): Promise<void> {
  const said = await answer(url);
  if (said === "ready") return;
  const { host, pathname } = new URL(url);
  throw new Stop(
    `Postgres at ${host} does not let us into ${pathname.slice(1)}: ${said}\nCheck DATABASE_URL, that the server runs and that the database exists (CREATE DATABASE); without DATABASE_URL the embedded one is used.`,
  );
}

const loading = "loading the demonstration";

/**
 * The territory, and in demonstration mode the invented network, into a database that lacks them.
 * The schema's comment remembers how far it went: a load that was cut is begun again from nothing.
 */
export async function loadData(url: string, env: Record<string, string>): Promise<void> {
  const loaded = `reference data ${hashOfSources(root, ["prisma/data"])}`;
  const found = await readComment(url);
  if (found === loaded) return;
  const demo = env["DEMO"] === "1";
  if (demo && found === loading) await emptyDatabase(url);
  const fresh = !found.startsWith("reference data");
  await step("reference and demonstration data", async (report) => {
    if (demo && fresh) await writeComment(url, loading);
    const { code, output } = await runScript("prisma/seed/seed.ts", [], {
      env: { ...env, DATABASE_URL: url },
      report,
    });
    if (code !== 0) throw new Stop(`The data could not be loaded:\n${output}`);
    await writeComment(url, loaded);
  });
}

/** Everything in the database goes; the schema is laid anew. */
export async function emptyDatabase(url: string): Promise<void> {
  await query(
    url,
    "DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
  );
  await migrate(url);
}

async function readComment(url: string): Promise<string> {
  const [row] = await query(url, "SELECT obj_description('public'::regnamespace) AS comment");
  return String(row?.["comment"] ?? "");
}

async function writeComment(url: string, comment: string): Promise<void> {
  await query(url, `COMMENT ON SCHEMA public IS ${pg.escapeLiteral(comment)}`);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
