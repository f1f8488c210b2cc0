import path from "node:path";
import { chromiumVersion, findChromium } from "../browser/chromium";
import { runTool } from "../launch/child";
import { root } from "../launch/dependencies.js";
import { step } from "../launch/step.js";
import { check, logOfStep, prepare } from "./suite";
import { tallyOfPlaywright, tallyOfRun } from "./tally";

const results = path.join(root, "test-results", "browser.json");

/** The journeys of tests/e2e in a real Chromium, against a server that already runs. */
export async function browserTests(origin: string): Promise<void> {
  const executable = await prepare("Chromium", () =>
    step("Chromium", findChromium, (file) => chromiumVersion(file)),
  );
  if (!executable) return;
  await check("browser journeys", async (report) => {
    const { code, output } = await runTool("playwright", ["test"], {
      env: {
        BROWSER_BASE_URL: origin,
        CHROMIUM_PATH: executable,
        NO_COLOR: "1",
        FORCE_COLOR: undefined,
      },
      report,
      log: logOfStep("browser"),
    });
    return { tally: tallyOfRun(code, () => tallyOfPlaywright(results)), output };
  });
}
