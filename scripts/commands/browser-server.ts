import { startDemonstration } from "../browser/demonstration";
import { generateClient } from "../build/generate";
import { buildRelease } from "../build/release";
import { atEnd, runCommand } from "../launch/life";
import { step } from "../launch/step.js";
import { whenEnded } from "../launch/web-server";
import { passingPostgres } from "../postgres/embedded";

/** What `npx playwright test` starts by itself when it is run by hand. */
await runCommand(async () => {
  const postgres = await passingPostgres();
  atEnd(() => postgres.stop());
  await generateClient();
  const { directory } = await step("production build", buildRelease);
  const { child } = await startDemonstration(postgres, directory, Number(process.env["PORT"]));
  await whenEnded(child);
  return 1;
}, 0);
