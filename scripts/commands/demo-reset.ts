import { generateClient } from "../build/generate";
import { emptyDatabase, loadData } from "../database/prepare";
import { openDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";
import { Stop, step } from "../launch/step.js";

await runCommand(async () => {
  const settings = readSettings();
  if (!settings.demo) {
    throw new Stop(
      "This database is not a demonstration: nothing was touched. Only with DEMO=1 is everything in it replaced.",
    );
  }
  const url = await openDatabase(settings);
  await generateClient();
  await step("emptying the database", () => emptyDatabase(url));
  await loadData(url, settings.env);
  return 0;
});
