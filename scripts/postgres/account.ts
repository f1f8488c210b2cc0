import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Stop } from "../launch/step.js";

/** The user Postgres runs as; null stands for the user we already are. */
export type Account = { uid: number; gid: number };

const accountName = "cowloting";

/** Postgres refuses to run as root: as root it gets an account of its own, made once. */
export function postgresAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return findAccount(accountName) ?? createAccount() ?? findAccount("postgres") ?? refuse();
}

function findAccount(name: string): Account | null {
  const users = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8") : "";
  return parseAccount(users, name);
}

/** One line of /etc/passwd, by name. */
export function parseAccount(users: string, name: string): Account | null {
  const [, , uid, gid] =
    users
      .split("\n")
      .map((line) => line.split(":"))
      .find(([first]) => first === name) ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function createAccount(): Account | null {
  const shell = "/usr/sbin/nologin";
  const debian = ["--system", "--user-group", "--no-create-home", "--shell", shell, accountName];
  const made = spawnSync("useradd", debian);
  if (made.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", accountName]);
  return findAccount(accountName);
}

function refuse(): never {
  throw new Stop(
    "Postgres does not run as root, and no account could be made for it.\nRun the same command as an ordinary user, or make the account: useradd --system cowloting",
  );
}

const readAndEnter = 0o5;

/** Can this account walk down to the folder and list it? A clone is often closed to other users. */
export function canReach(folder: string, account: Account | null): boolean {
  if (!account) return true;
  const above = path.dirname(folder);
  if (above !== folder && !canReach(above, account)) return false;
  if (!existsSync(folder)) return false;
  const { mode, uid, gid } = statSync(folder);
  return (bitsFor(account, mode, uid, gid) & readAndEnter) === readAndEnter;
}

function bitsFor(account: Account, mode: number, uid: number, gid: number): number {
  if (uid === account.uid) return mode >> 6;
  return gid === account.gid ? mode >> 3 : mode;
}
