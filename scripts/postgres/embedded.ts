import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { postgresAccount } from "./account";
import { keptPassword } from "./cluster";
import {
  lastingHome,
  makeStateDirectory,
  passingBases,
  passingHome,
  programs,
  stateDirectory,
} from "./folders";
import { isAlive, readPostmaster, stopPostmaster } from "./postmaster";
import { type PostgresServer, runPostgres } from "./server";

/** The Postgres of this clone, whose data stay from one start to the next. */
export async function lastingPostgres(): Promise<PostgresServer> {
  makeStateDirectory();
  const account = postgresAccount();
  const home = lastingHome(account);
  const password = keptPassword(path.join(stateDirectory, "postgres-password"));
  return runPostgres({ programs: programs(account), home, account, password, durable: true });
}

/** A Postgres for one run, gone with it; those of runs that were killed are cleared first. */
export async function passingPostgres(): Promise<PostgresServer> {
  await clearAbandoned();
  const account = postgresAccount();
  const home = passingHome(account);
  writeFileSync(path.join(home, "run"), String(process.pid));
  const cluster = { programs: programs(account), home, account, password: "tests", durable: false };
  const clear = () => rmSync(home, { recursive: true, force: true });
  try {
    const server = await runPostgres(cluster);
    return {
      ...server,
      stop: async () => {
        await server.stop();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

async function clearAbandoned(): Promise<void> {
  const homes = passingBases.flatMap((base) =>
    existsSync(base)
      ? readdirSync(base)
          .filter((name) => name.startsWith("cowloting-postgres-"))
          .map((name) => path.join(base, name))
      : [],
  );
  for (const home of new Set(homes)) {
    try {
      if (isAlive(Number(readFileSync(path.join(home, "run"), "utf8")))) continue;
      const data = path.join(home, "data");
      const left = readPostmaster(data);
      if (left) await stopPostmaster(left.pid, data);
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Another user's: theirs to clear.
    }
  }
}

export async function ensureDatabase(server: PostgresServer, name: string): Promise<string> {
  await asking(server, async (client) => {
    if (!(await isThere(client, name)))
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
  return server.url(name);
}

export async function hasDatabase(server: PostgresServer, name: string): Promise<boolean> {
  return asking(server, (client) => isThere(client, name));
}

async function isThere(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  return rowCount !== 0;
}

async function asking<Answer>(
  server: PostgresServer,
  ask: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}
