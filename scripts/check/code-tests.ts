import path from "node:path";
import { runTool } from "../launch/child";
import { root } from "../launch/dependencies.js";
import type { PostgresServer } from "../postgres/server";
import { check, logOfStep } from "./suite";
import { tallyOfRun, tallyOfVitest } from "./tally";

/** The Vitest projects: pure code and architecture, then everything that needs a real Postgres. */
export async function codeTests(postgres: PostgresServer): Promise<void> {
  await vitest("architecture and unit tests", "unit", {});
  await vitest("database tests", "db", { TEST_DATABASE_URL: postgres.url("postgres") });
}

async function vitest(label: string, project: string, env: Record<string, string>): Promise<void> {
  const results = path.join(root, "test-results", `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json"];
  await check(label, async (report) => {
    const { code, output } = await runTool("vitest", [...args, `--outputFile.json=${results}`], {
      env: { ...env, NO_COLOR: "1", FORCE_COLOR: undefined, NODE_ENV: "test" },
      report,
      log: logOfStep(project),
    });
    return { tally: tallyOfRun(code, () => tallyOfVitest(results)), output };
  });
}
