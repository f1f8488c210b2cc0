import { startDemonstration } from "../../../scripts/browser/demonstration";
import { generateClient } from "../../../scripts/build/generate";
import { buildRelease } from "../../../scripts/build/release";
import { atEnd, runCommand } from "../../../scripts/launch/life";
import { step } from "../../../scripts/launch/step.js";
import { whenEnded } from "../../../scripts/launch/web-server";
import { passingPostgres } from "../../../scripts/postgres/embedded";

/** A demonstration of its own, in which a journey may change what all others rely on. */
await runCommand(async () => {
  const postgres = await passingPostgres();
  atEnd(() => postgres.stop());
  await generateClient();
  const { directory } = await step("production build", buildRelease);
  const { child, origin } = await startDemonstration(postgres, directory);
  process.stdout.write(`OWN ${JSON.stringify({ origin })}\n`);
  await whenEnded(child);
  return 1;
}, 0);
