import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { canReadReports } from "../policy";
import { type Pack, packFile } from "./schema";

/** Where the files of funders are; they travel with the server (next.config.ts). */
const folder = path.join(process.cwd(), "lib/reports/packs/files");

/** What funders ask, by the names of their files. A file that is not a pack throws. NotFound for others than staff. */
export async function listPacks(actor: Actor): Promise<Pack[]> {
  if (!canReadReports(actor)) throw new NotFound();
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  return Promise.all(
    names.map(async (name) => {
      const read: unknown = JSON.parse(await readFile(path.join(folder, name), "utf8"));
      return packFile.parse(read);
    }),
  );
}
