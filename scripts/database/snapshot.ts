import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../launch/dependencies.js";
import type { SchemaFile } from "./schema-engine";

/** The schema as the last written migration left it: the engine here can compare two schemas, not read a database. */
const file = path.join(root, "prisma", "migrations", "schema.snapshot");

export function readSnapshot(): SchemaFile[] | null {
  return existsSync(file) ? [{ path: file, content: readFileSync(file, "utf8") }] : null;
}

export function writeSnapshot(schema: SchemaFile[]): void {
  writeFileSync(file, snapshotOf(schema));
}

export function snapshotOf(schema: SchemaFile[]): string {
  return schema
    .map(({ content }) => content.trim())
    .join("\n\n")
    .concat("\n");
}
