import { demonstrationEnv, journeysDatabase, startDemonstration } from "../browser/demonstration";
import { generateClient } from "../build/generate";
import { buildRelease } from "../build/release";
import { atEnd } from "../launch/life";
import { secondsSince, step } from "../launch/step.js";
import { passingPostgres } from "../postgres/embedded";
import { browserTests } from "./browser-tests";
import { codeTests } from "./code-tests";
import { outageCheck } from "./outage-check";
import { staticChecks } from "./static-checks";
import { check, exitCode, gate, prepare, sayTotal } from "./suite";
import { weightCheck } from "./weight-check";

/** `npm test`, and without the browser `npm run check`. The exit code: 0 when nothing failed. */
export async function checkEverything({ browser }: { browser: boolean }): Promise<number> {
  atEnd(sayTotal);
  const startedAt = performance.now();
  await prepare("database client", generateClient);
  await staticChecks();
  const postgres = await prepare("Postgres", () => step("Postgres", passingPostgres));
  if (!postgres) return 1;
  atEnd(() => postgres.stop());
  await codeTests(postgres);
  let directory = "";
  const built = await check("production build", async (report) => {
    const release = await buildRelease(report);
    directory = release.directory;
    return gate(0, "", release.built ? "" : "nothing changed since the last one");
  });
  const server = built
    ? await prepare("demonstration", () => startDemonstration(postgres, directory))
    : null;
  if (server) {
    await weightCheck(server, directory);
    await outageCheck(directory, postgres.url(journeysDatabase), demonstrationEnv());
    if (browser) await browserTests(server.origin);
  }
  console.log(`\nAll of it took ${secondsSince(startedAt)} s.`);
  return exitCode();
}
