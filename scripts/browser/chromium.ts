import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { runChild } from "../launch/child";
import { Stop } from "../launch/step.js";

/** The one without windows first: the same engine, a quarter less work. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium to drive: the one named, the system's, Playwright's, or Debian's package, in that order. */
export async function findChromium(report: (where: string) => void): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named && !canRun(named)) {
    throw new Stop(`CHROMIUM_PATH=${named} is not a program that can be run.`);
  }
  const found = named || onSearchPath() || elsewhere.find(canRun) || playwrights();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) await installOnDebian(report);
  const installed = onSearchPath();
  if (installed) return installed;
  throw new Stop(
    "No Chromium was found for the browser journeys. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium), or give its path: CHROMIUM_PATH=/path/to/chromium npm test",
  );
}

function onSearchPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find((file) => canRun(file));
}

function playwrights(): string | undefined {
  const file = chromium.executablePath();
  return canRun(file) ? file : undefined;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installOnDebian(report: (where: string) => void): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runChild("apt-get", ["update"], { env, report });
  const install = (...packages: string[]) =>
    runChild("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env, report });
  try {
    await install("chromium-headless-shell", "fonts-liberation");
  } catch {
    // Older releases have the whole browser only.
    await install("chromium", "fonts-liberation");
  }
}

export function chromiumVersion(file: string): string {
  const args = ["--version", "--no-sandbox"];
  return spawnSync(file, args, { encoding: "utf8" }).stdout?.trim() || file;
}
