import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const folders = ["app", "components", "lib", "prisma/seed", "scripts", "tests"];
const rootFiles = ["proxy.ts", "instrumentation.ts"];

/** A source file as the rules see it: its path from the root and its text. */
export type Source = { path: string; text: string };

export function readSources(): Source[] {
  const files = folders.flatMap((folder) => walk(folder));
  const atRoot = rootFiles.filter((name) => readdirSync(root).includes(name));
  return [...files, ...atRoot].map((file) => ({
    path: file,
    text: readFileSync(path.join(root, file), "utf8"),
  }));
}

function walk(folder: string): string[] {
  const absolute = path.join(root, folder);
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

export type Import = { target: string; typeOnly: boolean };

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

/** What a file imports: project files as paths from the root without extension, packages by name. */
export function importsOf(source: Source): Import[] {
  return [...source.text.matchAll(importPattern)].map((match) => ({
    target: resolve(source.path, match[2] ?? match[3] ?? ""),
    typeOnly: match[1] !== undefined,
  }));
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith("@/")) return withoutExtension(specifier.slice(2));
  if (specifier.startsWith(".")) {
    return withoutExtension(path.join(path.dirname(from), specifier));
  }
  return specifier;
}

function withoutExtension(file: string): string {
  return file.replace(/\.(ts|tsx|js|json)$/, "");
}
