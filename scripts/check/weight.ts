import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { Stop } from "../launch/step.js";

const kilobyte = 1024;
export const budgets = { page: 165, withMap: 215, memory: 400 };

/** Public pages, as a visitor's first page. */
export const publicPages = ["/", "/comprendre", "/lieux", "/lieux/faitout-luzech", "/connexion"];

export type PageWeight = { page: string; scripts: number; withMap: number };

/** JavaScript of one page in KB after gzip: what its HTML asks for, and what the map adds when it comes. */
export async function weigh(origin: string, directory: string, page: string): Promise<PageWeight> {
  const response = await fetch(`${origin}${page}`, { headers: { accept: "text/html" } });
  if (!response.ok) throw new Stop(`${page} answers ${response.status}`);
  const first = scriptsOf(await response.text());
  const map = mapChunks(first, directory);
  const sum = (files: string[]) => files.reduce((all, file) => all + gzipped(directory, file), 0);
  const scripts = sum(first) / kilobyte;
  return { page, scripts, withMap: scripts + sum(map) / kilobyte };
}

/** Addresses of the scripts a modern browser loads; the polyfills of old ones are marked noModule. */
export function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const files = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"?]+\.js)[^"]*"/.exec(tag)?.[1] ?? []);
  return [...new Set(files)];
}

/** Groups of chunks that a loaded script names and would load together; those that hold Leaflet. */
function mapChunks(loaded: string[], directory: string): string[] {
  const groups = loaded.flatMap((file) => chunkGroups(read(directory, file)));
  const withLeaflet = groups.filter((group) =>
    group.some((file) => read(directory, file).includes("leaflet-container")),
  );
  return [...new Set(withLeaflet.flat())].filter((file) => !loaded.includes(file));
}

/** `["static/chunks/a.js","static/chunks/b.js"]` in the bundler's output. */
export function chunkGroups(script: string): string[][] {
  const groups = script.match(/\[(?:"static\/chunks\/[^"]+\.(?:js|css)",?)+\]/g) ?? [];
  return groups.map((group) =>
    [...group.matchAll(/"(static\/chunks\/[^"]+\.js)"/g)].map((match) => `/_next/${match[1]}`),
  );
}

function read(directory: string, address: string): string {
  return readFileSync(path.join(directory, address.replace(/^\/_next\//, ".next/")), "utf8");
}

function gzipped(directory: string, address: string): number {
  return gzipSync(read(directory, address)).length;
}

export function overweight(pages: PageWeight[], memory: number): string[] {
  const heavy = pages.flatMap(({ page, scripts, withMap }) => [
    ...(scripts > budgets.page ? [`${page}: more than ${budgets.page} KB of JavaScript`] : []),
    ...(withMap > budgets.withMap ? [`${page}: more than ${budgets.withMap} KB with the map`] : []),
  ]);
  return memory > budgets.memory
    ? [...heavy, `server at rest: more than ${budgets.memory} MB`]
    : heavy;
}

export function tableOf(pages: PageWeight[], memory: number): string {
  const rows = pages.map(
    ({ page, scripts, withMap }) =>
      `  ${page.padEnd(24)}${scripts.toFixed(1).padStart(8)} KB${withMap.toFixed(1).padStart(10)} KB`,
  );
  return [
    `  ${"page".padEnd(24)}${"scripts".padStart(11)}${"with map".padStart(13)}  (gzip; at most ${budgets.page} and ${budgets.withMap})`,
    ...rows,
    `  server at rest: ${memory.toFixed(0)} MB (at most ${budgets.memory})`,
  ].join("\n");
}
