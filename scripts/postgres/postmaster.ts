import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";

/** What postmaster.pid says of the server that wrote it: alive or left over. */
export type Postmaster = { pid: number; port: number };

export function readPostmaster(data: string): Postmaster | null {
  const file = path.join(data, "postmaster.pid");
  return existsSync(file) ? parsePostmaster(readFileSync(file, "utf8")) : null;
}

/** First line the process, fourth the port; the file is written in several steps. */
export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port: port || 0 } : null;
}

/** The process may be gone, or its number taken by another one since: only a server of this folder counts. */
export function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (existsSync(`/proc/${pid}`)) return workingDirectory(pid) === data;
  const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return (stdout ?? "").includes(data);
}

/** A postmaster moves into its data folder. */
function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

export const sleep = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export async function waitUntil(condition: () => boolean, seconds: number): Promise<boolean> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
    if (condition()) return true;
  }
  return condition();
}

/** Fast shutdown (SIGINT: sessions are cut, everything is written); at the worst an immediate one. */
export async function stopPostmaster(pid: number, data: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 20],
    ["SIGQUIT", 10],
    ["SIGKILL", 5],
  ] as const) {
    if (!isServerOf(pid, data)) return;
    process.kill(pid, signal);
    // Not « is it alive »: where nobody reaps orphans, a stopped one stays in the list for ever.
    if (await waitUntil(() => !isServerOf(pid, data), seconds)) return;
  }
}
