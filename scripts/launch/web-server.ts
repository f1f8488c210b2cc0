import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { stateDirectory } from "../postgres/folders";
import { sleep } from "../postgres/postmaster";
import { endGroup } from "./child";
import { node, root } from "./dependencies.js";
import { atEnd } from "./life";
import { Stop } from "./step.js";

export type WebServer = { child: ChildProcess; origin: string; log: string | null };

type WebServerOptions = {
  /** Arguments of node. */
  args: string[];
  directory: string;
  env: Record<string, string>;
  host: string;
  port: number;
  /** Name of the file under .data/logs; without it everything goes to the terminal. */
  log?: string;
};

/** Starts the web server in a group of its own, ended before the database whatever happens to us. */
export function startWebServer(options: WebServerOptions): WebServer {
  const log = options.log ? path.join(stateDirectory, "logs", `${options.log}.log`) : null;
  if (log) mkdirSync(path.dirname(log), { recursive: true });
  const out = log ? openSync(log, "w") : "inherit";
  const child = spawn(
    node,
    ["--import", path.join(root, "scripts", "launch", "end-with-parent.js"), ...options.args],
    {
      cwd: options.directory,
      detached: true,
      stdio: ["ignore", out, out, "ipc"],
      env: {
        ...process.env,
        ...options.env,
        PORT: String(options.port),
        HOSTNAME: options.host,
        NODE_PATH: "",
      },
    },
  );
  if (typeof out === "number") closeSync(out);
  atEnd(() => endGroup(child));
  const named = options.host === "0.0.0.0" || options.host === "::" ? "127.0.0.1" : options.host;
  return { child, log, origin: `http://${named}:${options.port}` };
}

const healthSeconds = 60;

/** Ready when /api/health says 200; its own words are shown when it does not come to that. */
export async function waitForHealth({ child, origin, log }: WebServer): Promise<void> {
  let said = "it does not answer";
  for (const end = Date.now() + healthSeconds * 1000; Date.now() < end; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Stop(`The web server ended at once.\n${endOf(log)}`);
    }
    try {
      const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5000) });
      if (response.status === 200) return;
      said = `${response.status} ${await response.text()}`;
    } catch (error) {
      said = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Stop(
    `The web server is not well after ${healthSeconds} seconds: ${said}\n${endOf(log)}`,
  );
}

export function endOf(log: string | null): string {
  if (!log || !existsSync(log)) return "";
  const end = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n");
  return `Its last words (${log}):\n${end}`;
}

export function whenEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}
