import { startDemonstration } from "../browser/demonstration";
import { generateClient } from "../build/generate";
import { buildRelease } from "../build/release";
import { exitCode, sayTotal } from "../check/suite";
import { weightCheck } from "../check/weight-check";
import { atEnd, runCommand } from "../launch/life";
import { step } from "../launch/step.js";
import { passingPostgres } from "../postgres/embedded";

await runCommand(async () => {
  atEnd(sayTotal);
  await generateClient();
  const { directory } = await step("production build", buildRelease);
  const postgres = await step("Postgres", passingPostgres);
  atEnd(() => postgres.stop());
  await weightCheck(await startDemonstration(postgres, directory), directory);
  return exitCode();
});
