import { runTool } from "../launch/child";
import { check, gate, logOfStep } from "./suite";

const plain = { NO_COLOR: "1", FORCE_COLOR: undefined };

/** What can be said without running anything: style, types, what nobody uses. */
export async function staticChecks(): Promise<void> {
  await check("lint", async (report) => {
    const args = ["check", "--error-on-warnings", "--max-diagnostics=50"];
    const { code, output } = await runTool("biome", args, { env: plain, report });
    return gate(code, output);
  });
  await check("types", async (report) => {
    const generated = await runTool("next", ["typegen"], { env: plain, report });
    if (generated.code !== 0) return gate(generated.code, generated.output);
    const { code, output } = await runTool("tsc", ["--noEmit"], { env: plain, report });
    return gate(code, output);
  });
  await check("unused code", async (report) => {
    const log = logOfStep("knip");
    const { code, output } = await runTool("knip", ["--no-progress"], { env: plain, report, log });
    return gate(code, output);
  });
}
