import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { runTool } from "../launch/child";
import { root } from "../launch/dependencies.js";
import { requireFreeDisk } from "../launch/disk.js";
import { Stop } from "../launch/step.js";
import { stateDirectory } from "../postgres/folders";
import { hashOfSources } from "./sources";

const releases = path.join(stateDirectory, "releases");
const keptReleases = 3;

export type Release = { directory: string; built: boolean };

/**
 * The standalone server of the present sources, built unless it is there already. Each lives in its
 * own folder, so that building never pulls the ground from under a server that runs.
 */
export async function buildRelease(report: (where: string) => void): Promise<Release> {
  const hash = hashOfSources();
  const directory = path.join(releases, hash);
  if (existsSync(path.join(directory, "server.js"))) return { directory, built: false };
  requireFreeDisk(root);
  const log = path.join(stateDirectory, "logs", "build.log");
  const { code, output } = await runTool("next", ["build"], { env: buildEnv, report, log });
  if (code !== 0) throw new Stop(whyBuildFailed(output, log));
  collect(directory);
  dropOldReleases(directory);
  return { directory, built: true };
}

/** The build talks to nobody: these only satisfy the environment's schema. No mode is built in. */
const buildEnv = {
  NODE_ENV: "production",
  NEXT_DIST_DIR: ".next",
  DATABASE_URL: "postgresql://build@127.0.0.1:1/build",
  NEXTAUTH_SECRET: "not-a-secret-only-for-building-this-release",
  NEXTAUTH_URL: "http://localhost:3000",
  SMTP_URL: "smtp://127.0.0.1:1",
  DEMO: "0",
  CLOCK_START: undefined,
};

/** Static files are not part of what Next calls standalone; the folder appears whole, by a rename. */
function collect(directory: string): void {
  const standalone = path.join(root, ".next", "standalone");
  cpSync(path.join(root, ".next", "static"), path.join(standalone, ".next", "static"), {
    recursive: true,
  });
  const open = path.join(root, "public");
  if (existsSync(open)) cpSync(open, path.join(standalone, "public"), { recursive: true });
  mkdirSync(releases, { recursive: true });
  rmSync(directory, { recursive: true, force: true });
  renameSync(standalone, directory);
  writeFileSync(path.join(directory, "built-at"), new Date().toISOString());
}

function dropOldReleases(newest: string): void {
  const old = readdirSync(releases)
    .map((name) => path.join(releases, name))
    .filter((directory) => directory !== newest)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(keptReleases - 1);
  for (const directory of old) rmSync(directory, { recursive: true, force: true });
}

function whyBuildFailed(output: string, log: string): string {
  const end = output.trim().split("\n").slice(-40).join("\n");
  const advice = /ENOSPC|No space left/i.test(output)
    ? "The disk is full: make room, then run the same command again."
    : `All of it is in ${log}.`;
  return `The production build failed. ${advice}\n${end}`;
}
