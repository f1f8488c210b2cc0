import { requireDatabase } from "../database/prepare";
import { ensureDatabase, lastingPostgres } from "../postgres/embedded";
import { atEnd } from "./life";
import type { Settings } from "./settings";
import { step } from "./step.js";

/** The address of the database: the one given, or the clone's own Postgres, started if need be. */
export async function openDatabase({ databaseUrl }: Settings): Promise<string> {
  if (databaseUrl) {
    await requireDatabase(databaseUrl);
    return databaseUrl;
  }
  return step("Postgres", async () => {
    const server = await lastingPostgres();
    atEnd(() => server.stop());
    return ensureDatabase(server, "cowloting");
  });
}
