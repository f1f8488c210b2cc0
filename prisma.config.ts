import { defineConfig } from "prisma/config";

// `prisma generate` only checks that this file exists: the native engine cannot be downloaded on a
// closed network, and migrations go through its WebAssembly twin (scripts/db-migrate.ts).
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env["DATABASE_URL"] ? { datasource: { url: process.env["DATABASE_URL"] } } : {}),
});
