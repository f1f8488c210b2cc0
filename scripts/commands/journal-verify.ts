import { runCommand } from "../launch/life";
import { readSettings, type Settings } from "../launch/settings";
import { Stop } from "../launch/step.js";
import { runningPostgres } from "../postgres/embedded";

/** Walks the sealed journal of the installation that runs; 1 when it is not what was sealed. */
await runCommand(async () => {
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: databaseOf(settings),
    LOG_LEVEL: "silent",
  });
  // Only now: the modules behind it read the environment when they load.
  const { verifyFromWords } = await import("../journal/verify");
  const { said, faults } = await verifyFromWords(process.argv.slice(2));
  for (const line of said) console.log(line);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
});

/** The address given, or that of the clone's own Postgres, which must run: nothing is started here. */
function databaseOf({ databaseUrl }: Settings): string {
  const url = databaseUrl ?? runningPostgres()?.url("cowloting");
  if (url) return url;
  throw new Stop("The installation does not run: npm start, then ask again.");
}
