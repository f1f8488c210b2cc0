import { generateClient } from "../build/generate";
import { openDatabase } from "../launch/database";
import { atEnd, runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";

/** Jobs in a process of their own, as many as one likes; the web server then runs with WORKER=off. */
await runCommand(async () => {
  const settings = readSettings();
  await generateClient();
  Object.assign(process.env, settings.env, { DATABASE_URL: await openDatabase(settings) });
  // Only now: the modules behind it read the environment when they load.
  const { startWorker } = await import("@/lib/web/jobs");
  const runner = await startWorker();
  atEnd(() => runner.stop());
  console.log("The worker runs. Ctrl-C stops it after the job under way.");
  await runner.promise;
  return 1;
}, 0);
