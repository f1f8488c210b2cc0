import { requireDatabase } from "../database/prepare";
import { ensureDatabase, hasDatabase, lastingPostgres } from "../postgres/embedded";
import type { PostgresServer } from "../postgres/server";
import { atEnd } from "./life";
import type { Settings } from "./settings";
import { Stop, step } from "./step.js";

/** The address of the database: the one given, or the clone's own Postgres, started if need be. */
export async function openDatabase({ databaseUrl, databaseName }: Settings): Promise<string> {
  if (databaseUrl) {
    await requireDatabase(databaseUrl);
    return databaseUrl;
  }
  return step("Postgres", async () => ensureDatabase(await clonePostgres(), databaseName));
}

/**
 * The same, of an installation that was started before: its Postgres is started for as long as the command
 * takes where nothing runs, and no database is made.
 */
export async function knownDatabase({ databaseUrl, databaseName }: Settings): Promise<string> {
  if (databaseUrl) return databaseUrl;
  const server = await clonePostgres();
  if (await hasDatabase(server, databaseName)) return server.url(databaseName);
  throw new Stop(`No installation was ever started here (no database ${databaseName}): npm start`);
}

async function clonePostgres(): Promise<PostgresServer> {
  const server = await lastingPostgres();
  atEnd(() => server.stop());
  return server;
}
