import { knownDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";

/** Walks the sealed journal of the installation; 1 when it is not what was sealed. */
await runCommand(async () => {
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: await knownDatabase(settings),
    LOG_LEVEL: "silent",
  });
  // Only now: the modules behind it read the environment when they load.
  const { verifyFromWords } = await import("../journal/verify");
  const { said, faults } = await verifyFromWords(process.argv.slice(2));
  for (const line of said) console.log(line);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
});
