import pg from "pg";
import { afterAll, inject, vi } from "vitest";
import { onServer, withDatabase } from "./postgres-server";

/**
 * A process serves one file after another: packages are read once, but each file has a database, modules
 * and an environment of its own, so that none depends on which came before.
 */
const name = `cowloting_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
const isOurs = (key: string) => key.startsWith("cowloting");
const environment = { ...process.env };

// The files copied, not each page written to the log as well: half of the time, where nothing is to last.
await onServer(
  inject("adminUrl"),
  `CREATE DATABASE ${name} TEMPLATE ${inject("templateName")} STRATEGY FILE_COPY`,
);
process.env["DATABASE_URL"] = withDatabase(inject("adminUrl"), name);
process.env["DEMO"] = "1";
process.env["NEXTAUTH_SECRET"] = "tests-only-secret-of-at-least-32-characters";
process.env["NEXTAUTH_URL"] = "http://localhost:3000";
process.env["LOG_LEVEL"] = "silent";
vi.resetModules();

afterAll(async () => {
  for (const key of Object.keys(globalThis).filter(isOurs)) {
    const kept: unknown = Reflect.get(globalThis, key);
    if (kept instanceof pg.Pool) await kept.end();
    Reflect.deleteProperty(globalThis, key);
  }
  for (const key of Object.keys(process.env)) if (!(key in environment)) delete process.env[key];
  Object.assign(process.env, environment);
  await onServer(inject("adminUrl"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
