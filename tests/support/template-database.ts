import { runMigrations } from "graphile-worker";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/database/schema-engine";
import { onServer, withDatabase } from "./postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    templateName: string;
  }
}

const templateName = `cowloting_template_${process.pid}`;

/** One migrated template per run; every worker copies it (CREATE DATABASE … TEMPLATE is a file copy). */
export async function setup(project: TestProject): Promise<void> {
  const adminUrl = process.env["TEST_DATABASE_URL"];
  if (!adminUrl) {
    throw new Error(
      "TEST_DATABASE_URL is missing: run `npm test` or `npm run check`, which provide it",
    );
  }
  await onServer(adminUrl, `CREATE DATABASE ${templateName}`);
  const url = withDatabase(adminUrl, templateName);
  await applyMigrations(url);
  await runMigrations({ connectionString: url });
  project.provide("adminUrl", adminUrl);
  project.provide("templateName", templateName);
}

export async function teardown(): Promise<void> {
  const adminUrl = process.env["TEST_DATABASE_URL"];
  if (adminUrl) await onServer(adminUrl, `DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
}
