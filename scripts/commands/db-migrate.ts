import { generateClient } from "../build/generate";
import { migrateStep } from "../database/prepare";
import { openDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";

await runCommand(async () => {
  await generateClient();
  await migrateStep(await openDatabase(readSettings()));
  return 0;
});
