import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Stop } from "../launch/step.js";
import {
  type Cluster,
  createCluster,
  dataOf,
  freePort,
  logOf,
  spawnPostmaster,
  whyPostgresFailed,
} from "./cluster";
import { isAlive, isServerOf, readPostmaster, sleep, stopPostmaster } from "./postmaster";

export type PostgresServer = {
  /** Address of one of its databases. */
  url: (database: string) => string;
  /** Stops the server if it is ours to stop; one shared with another command goes on. */
  stop: () => Promise<void>;
  how: "started" | "shared" | "taken over";
};

const startSeconds = 120;
const startAttempts = 20;

/**
 * A running Postgres on this folder. One that another command started is shared; one that lost its
 * command (kill -9) is taken over; the trace of a dead one is cleared.
 */
export async function runPostgres(cluster: Cluster): Promise<PostgresServer> {
  createCluster(cluster);
  const running = await findRunning(cluster);
  if (running) {
    const shared = hasLivingOwner(cluster);
    if (!shared) writeOwner(cluster);
    return handle(cluster, running, shared ? "shared" : "taken over");
  }
  writeOwner(cluster);
  return handle(cluster, await startServer(cluster), "started");
}

type Running = { pid: number; port: number };

function handle(cluster: Cluster, { pid, port }: Running, how: PostgresServer["how"]) {
  return {
    how,
    url: (database: string) => urlOf(cluster, port, database),
    stop: async () => {
      if (how === "shared") return;
      await stopPostmaster(pid, dataOf(cluster));
      rmSync(ownerFile(cluster), { force: true });
    },
  };
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** The server of this folder if one is alive and answers; one that is alive but deaf is stopped. */
async function findRunning(cluster: Cluster): Promise<Running | null> {
  const data = dataOf(cluster);
  const left = readPostmaster(data);
  if (!left) return null;
  if (!isServerOf(left.pid, data)) {
    // Another process has the number by now: Postgres would take it for a server and refuse to start.
    const file = path.join(data, "postmaster.pid");
    if (isAlive(left.pid)) renameSync(file, `${file}.stale`);
    return null;
  }
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const now = readPostmaster(data) ?? left;
    if ((await answer(urlOf(cluster, now.port, "postgres"))) === "ready") return now;
    await sleep(500);
  }
  await stopPostmaster(left.pid, data);
  return null;
}

async function startServer(cluster: Cluster): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(cluster, attempt);
    const child = spawnPostmaster(cluster, port);
    const failed = new Promise<string>((resolve) => {
      child.once("error", (error) => resolve(error.message));
      child.once("exit", () => resolve(readLog(cluster)));
    });
    const log = await Promise.race([failed, waitForAnswer(cluster, port)]);
    if (log === "ready" && child.pid) {
      writeFileSync(portFile(cluster), String(port));
      return { pid: child.pid, port };
    }
    if (child.pid) await stopPostmaster(child.pid, dataOf(cluster));
    if (attempt >= startAttempts || !mayPass(log)) {
      throw new Stop(whyPostgresFailed(log, logOf(cluster)));
    }
    await sleep(500);
  }
}

/** Right after a kill -9 the old server's children take a moment to leave; a port may just have been taken. */
function mayPass(log: string): boolean {
  return /could not bind|Address already in use|pre-existing shared memory|postmaster\.pid/.test(
    log,
  );
}

async function choosePort(cluster: Cluster, attempt: number): Promise<number> {
  const kept = portFile(cluster);
  return attempt === 1 && existsSync(kept) ? Number(readFileSync(kept, "utf8")) : freePort();
}

async function waitForAnswer(cluster: Cluster, port: number): Promise<string> {
  const url = urlOf(cluster, port, "postgres");
  for (const end = Date.now() + startSeconds * 1000; Date.now() < end; await sleep(60)) {
    if ((await answer(url)) === "ready") return "ready";
  }
  return `no answer after ${startSeconds} seconds\n${readLog(cluster)}`;
}

export async function answer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readLog(cluster: Cluster): string {
  const file = logOf(cluster);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

const portFile = (cluster: Cluster) => path.join(cluster.home, "port");
const ownerFile = (cluster: Cluster) => path.join(cluster.home, "owner");

/** The command that will stop the server; the number alone could be another process by now. */
function writeOwner(cluster: Cluster): void {
  writeFileSync(ownerFile(cluster), String(process.pid));
}

function hasLivingOwner(cluster: Cluster): boolean {
  const file = ownerFile(cluster);
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, "utf8"));
  return pid !== process.pid && pid > 0 && isAlive(pid) && looksLikeOurs(pid);
}

function looksLikeOurs(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (!existsSync(commandLine)) return process.platform !== "linux";
  return readFileSync(commandLine, "utf8").includes("/scripts/commands/");
}
