import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { node, nodeArgs, root } from "./dependencies.js";
import { atEnd } from "./life";

export type ChildOptions = {
  env?: Record<string, string | undefined>;
  /** Called with the last line said, to show where the work is. */
  report?: (where: string) => void;
  /** File that keeps everything said. */
  log?: string;
};

export type Finished = { code: number; output: string };

/** Runs a program to its end and answers with what it said; ends it, and its own children, with us. */
export function runChild(
  command: string,
  args: string[],
  { env = {}, report, log }: ChildOptions = {},
): Promise<Finished> {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    // A group of its own, so that one signal reaches everything it started.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const forget = endWithUs(child);
  if (log) mkdirSync(path.dirname(log), { recursive: true });
  const file = log ? openSync(log, "w") : null;
  let output = "";
  const keep = (chunk: Buffer) => {
    const text = chunk.toString();
    output += text;
    if (file !== null) writeSync(file, text);
    const last = text.trim().split("\n").at(-1);
    if (last) report?.(withoutColours(last));
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
    });
    child.on("close", (code) => {
      forget();
      if (file !== null) closeSync(file);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** A TypeScript or JavaScript program of ours under Node 24, with the React server condition. */
export function runScript(script: string, args: string[], options: ChildOptions = {}) {
  return runChild(node, [...nodeArgs, path.join(root, script), ...args], options);
}

/** A tool of node_modules. */
export function runTool(name: string, args: string[], options: ChildOptions = {}) {
  return runChild(path.join(root, "node_modules", ".bin", name), args, options);
}

function endWithUs(child: ChildProcess): () => void {
  let running = true;
  child.once("close", () => {
    running = false;
  });
  atEnd(() => (running ? endGroup(child) : undefined));
  return () => {
    running = false;
  };
}

const patience = 10_000;

/** Asks the whole group to end, and insists after ten seconds. */
export function endGroup(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const insist = setTimeout(() => signalGroup(child, "SIGKILL"), patience);
    child.once("exit", () => {
      clearTimeout(insist);
      resolve();
    });
    signalGroup(child, "SIGTERM");
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // Gone in between.
  }
}

export function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is removed
  return text.replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, "");
}
