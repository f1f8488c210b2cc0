import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../launch/dependencies.js";

/** All that a production build is made from. */
export const builtFrom = [
  "app",
  "components",
  "lib",
  "messages",
  "prisma/data",
  "prisma/migrations",
  "prisma/schema",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package.json",
  "package-lock.json",
  "postcss.config.js",
  "prisma.config.ts",
  "proxy.ts",
  "tsconfig.json",
];

/** Two trees of the same content have the same hash, whatever their dates. */
export function hashOfSources(directory = root, parts = builtFrom): string {
  const hash = createHash("sha256");
  for (const file of parts.flatMap((part) => filesUnder(directory, part))) {
    const content = readFileSync(path.join(directory, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

function filesUnder(directory: string, part: string): string[] {
  const absolute = path.join(directory, part);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [part];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();
}
