import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Stop } from "../launch/step.js";
import type { Account } from "./account";

/** Everything needed to run one Postgres: its programs, its folder, who it runs as. */
export type Cluster = {
  programs: string;
  home: string;
  account: Account | null;
  password: string;
  /** Off only for a server whose data nobody will miss. */
  durable: boolean;
};

export const dataOf = (cluster: Cluster) => path.join(cluster.home, "data");
export const logOf = (cluster: Cluster) => path.join(cluster.home, "postgres.log");

/** The password of this folder's server, made once and readable by its owner only. */
export function keptPassword(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

/** Lays the data folder; under another name until it is whole, so that an interrupted one is never used. */
export function createCluster(cluster: Cluster): void {
  const data = dataOf(cluster);
  if (existsSync(path.join(data, "PG_VERSION"))) {
    requireSameMajor(cluster);
    return;
  }
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  const passwordFile = path.join(cluster.home, "password.new");
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  const { status, stderr, error } = spawnSync(
    path.join(cluster.programs, "bin", "initdb"),
    [
      `--pgdata=${half}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Names sort as the valley reads them, on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=icu",
      "--icu-locale=fr",
      ...(cluster.durable ? [] : ["--no-sync"]),
    ],
    { cwd: cluster.home, encoding: "utf8", ...(cluster.account ?? {}) },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) throw new Stop(whyPostgresFailed(stderr || String(error), logOf(cluster)));
  renameSync(half, data);
}

function requireSameMajor(cluster: Cluster): void {
  const kept = readFileSync(path.join(dataOf(cluster), "PG_VERSION"), "utf8").trim();
  const { stdout } = spawnSync(path.join(cluster.programs, "bin", "postgres"), ["--version"], {
    encoding: "utf8",
  });
  const ours = /(\d+)\.\d+/.exec(stdout)?.[1];
  if (ours === kept) return;
  throw new Stop(
    `The data in ${dataOf(cluster)} were written by Postgres ${kept}, this is Postgres ${ours}.\nCarry them over with pg_dump and pg_restore of those versions, or move the folder away to begin anew.`,
  );
}

const passingSettings = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  // It may be kept in memory.
  "max_wal_size=512MB",
];

/**
 * Starts the server in a session of its own: Ctrl-C in the terminal must reach the web server first.
 * Its log is a file, never a pipe that would break when we die.
 */
export function spawnPostmaster(cluster: Cluster, port: number) {
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(cluster.durable ? [] : ["max_connections=300", ...passingSettings]),
  ];
  const log = openSync(logOf(cluster), "w", 0o600);
  const child = spawn(
    path.join(cluster.programs, "bin", "postgres"),
    ["-D", dataOf(cluster), ...settings.flatMap((setting) => ["-c", setting])],
    {
      cwd: cluster.home,
      detached: true,
      stdio: ["ignore", log, log],
      // Locales of the caller may not exist here; the cluster has its own.
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
      ...(cluster.account ?? {}),
    },
  );
  closeSync(log);
  child.unref();
  return child;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });
}

/** What the last lines of the log mean for the person in front of the screen. */
export function whyPostgresFailed(log: string, file: string): string {
  const end = log.trim().split("\n").slice(-8).join("\n");
  return `Postgres could not start. ${advice(log)}\nIts last words (${file}):\n${end}`;
}

function advice(log: string): string {
  if (/No space left on device/.test(log)) {
    return "The disk is full: make room, then run the same command again.";
  }
  if (/Permission denied|could not access|must be owned|wrong ownership/.test(log)) {
    return "Its folder belongs to another user: run as that user, or move the folder away to begin anew.";
  }
  if (/error while loading shared libraries|cannot open shared object/.test(log)) {
    return "A system library is missing; or give the address of another Postgres: DATABASE_URL=postgresql://… npm start";
  }
  if (/invalid checkpoint|could not locate a valid checkpoint|PANIC/.test(log)) {
    return "Its data are damaged: put back a copy, or move the folder away to begin anew.";
  }
  if (/shared memory|Cannot allocate memory|out of memory/i.test(log)) {
    return "Memory is short, or an older server still holds it: end what is not needed and try again.";
  }
  return "Try again; if it stays so, give the address of another one: DATABASE_URL=postgresql://… npm start";
}
