import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import type { WebServer } from "../launch/web-server";
import { sleep } from "../postgres/postmaster";
import { check, gate } from "./suite";
import { overweight, publicPages, tableOf, weigh } from "./weight";

const restSeconds = 3;

/** Bytes of JavaScript of the public pages and memory of the server at rest, held to their budgets. */
export async function weightCheck(server: WebServer, directory: string): Promise<void> {
  let table = "";
  await check("weight", async (report) => {
    const pages = [];
    for (const page of publicPages) {
      report(page);
      pages.push(await weigh(server.origin, directory, page));
    }
    await sleep(restSeconds * 1000);
    const memory = memoryOf(server.child.pid ?? 0);
    table = tableOf(pages, memory);
    const heavy = overweight(pages, memory);
    return gate(heavy.length, [...heavy, table].join("\n"), "within budget");
  });
  if (table) console.log(table);
}

/** Resident memory in MB. */
function memoryOf(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status)
    ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1]
    : spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return Number(kilobytes ?? 0) / 1024;
}
