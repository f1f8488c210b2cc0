import { knownDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";
import { step } from "../launch/step.js";

/** Counts all that reports keep again from the bookings of the installation; 1 when a figure differs. */
await runCommand(async () => {
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: await knownDatabase(settings),
    LOG_LEVEL: "silent",
  });
  // Only now: the modules behind it read the environment when they load.
  const { verifyReports } = await import("../reports/verify");
  const { said, faults } = await step("figures against bookings", verifyReports);
  for (const line of said) console.log(line);
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
});
