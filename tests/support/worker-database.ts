import { afterAll, inject } from "vitest";
import { onServer, withDatabase } from "./postgres-server";

const name = `cowloting_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;

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

afterAll(async () => {
  const { db } = await import("@/lib/infra/db");
  await db.$disconnect();
  await onServer(inject("adminUrl"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
