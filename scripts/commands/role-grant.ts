import { generateClient } from "../build/generate";
import { openDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";

/** Gives a role from the machine of the installation: the only way to its first admin. */
await runCommand(async () => {
  const settings = readSettings();
  await generateClient();
  Object.assign(process.env, settings.env, { DATABASE_URL: await openDatabase(settings) });
  // Only now: the modules behind it read the environment when they load.
  const { grantFromWords } = await import("../roles/grant");
  console.log(await grantFromWords(process.argv.slice(2)));
  return 0;
});
