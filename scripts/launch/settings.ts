import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeStateDirectory, stateDirectory } from "../postgres/folders";
import { root } from "./dependencies.js";
import { Stop } from "./step.js";

export type Settings = {
  port: number;
  host: string;
  /** Invented data, one-click accounts, mails on a page. */
  demo: boolean;
  /** Address of the database given from outside; null stands for the embedded one. */
  databaseUrl: string | null;
  /** Which database of the embedded one. */
  databaseName: string;
  /** What the web server and the worker get, apart from DATABASE_URL. */
  env: Record<string, string>;
};

/** What the environment and the .env file ask for; demonstration mode unless a database is given. */
export function readSettings(): Settings {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return settingsFrom(process.env, keptSecret);
}

export function settingsFrom(
  source: Record<string, string | undefined>,
  secret: () => string,
): Settings {
  const port = portFrom(source["PORT"]);
  const databaseUrl = source["DATABASE_URL"] || null;
  const databaseName = source["DATABASE_NAME"] || "cowloting";
  if (databaseUrl && source["DATABASE_NAME"]) {
    throw new Stop("DATABASE_URL and DATABASE_NAME name two databases: unset one of them.");
  }
  const demo = source["DEMO"] === "1" || !databaseUrl;
  const address = { PORT: String(port), DEMO: demo ? "1" : "0" };
  // One-click administrators are for this machine only, unless somebody decides otherwise.
  const host = source["HOST"] || (demo ? "127.0.0.1" : "0.0.0.0");
  if (!demo) return { port, host, demo, databaseUrl, databaseName, env: address };
  const env = {
    ...address,
    NEXTAUTH_SECRET: source["NEXTAUTH_SECRET"] || secret(),
    NEXTAUTH_URL: source["NEXTAUTH_URL"] || `http://localhost:${port}`,
  };
  return { port, host, demo, databaseUrl, databaseName, env };
}

function portFrom(text: string | undefined): number {
  const port = Number(text || "3000");
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT=${text} is not a port: give a number from 1 to 65535, PORT=3001 npm start`);
}

/** Kept, so that links already sent and sessions stay good from one start to the next. */
function keptSecret(): string {
  const file = path.join(stateDirectory, "secret");
  makeStateDirectory();
  if (!existsSync(file))
    writeFileSync(file, randomBytes(36).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
