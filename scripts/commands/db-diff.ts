import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diffSchemas, readSchema } from "../database/schema-engine";
import { readSnapshot, writeSnapshot } from "../database/snapshot";
import { root } from "../launch/dependencies.js";
import { atEnd, runCommand } from "../launch/life";
import { Stop } from "../launch/step.js";
import { ensureDatabase, passingPostgres } from "../postgres/embedded";

await runCommand(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Stop("Name the migration by a verb and an object: npm run db:diff add_closures");
  }
  const postgres = await passingPostgres();
  atEnd(() => postgres.stop());
  const url = await ensureDatabase(postgres, "diff");
  const schema = readSchema();
  const sql = await diffSchemas(url, readSnapshot(), schema);
  if (sql.trim() === "" || /empty migration/i.test(sql)) {
    throw new Stop(
      "The schema files say nothing new since the last migration. Constraints, triggers and generated columns are written by hand: make the folder and its migration.sql yourself.",
    );
  }
  const folder = `prisma/migrations/${timestamp(new Date())}_${name}`;
  mkdirSync(path.join(root, folder));
  writeFileSync(path.join(root, folder, "migration.sql"), sql);
  writeSnapshot(schema);
  console.log(
    `${folder}/migration.sql is written: read it, it may drop or rewrite.\nWhat the schema files cannot say (exclusion constraints, checks, triggers, generated columns) is neither in it nor protected by it: add it by hand.\nThen: npm run db:migrate`,
  );
  return 0;
});

/** 20261123203000: sorts as it was written. */
function timestamp(at: Date): string {
  return at.toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
