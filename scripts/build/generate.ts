import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runTool } from "../launch/child";
import { root } from "../launch/dependencies.js";
import { Stop, step } from "../launch/step.js";
import { hashOfSources } from "./sources";

const generated = path.join(root, "prisma", "generated");
const stamp = path.join(generated, ".schema-hash");

/** The Prisma client, written again only when the schema or Prisma itself changed. */
export async function generateClient(): Promise<void> {
  const wanted = hashOfSources(root, ["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  const present = existsSync(path.join(generated, "client.ts"));
  if (present && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("database client", async (report) => {
    const { code, output } = await runTool("prisma", ["generate"], { report });
    if (code !== 0) throw new Stop(`prisma generate failed:\n${output}`);
  });
  writeFileSync(stamp, wanted);
}
