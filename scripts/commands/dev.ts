import { spawnSync } from "node:child_process";
import { generateClient } from "../build/generate";
import { loadData, migrateStep } from "../database/prepare";
import { openDatabase } from "../launch/database";
import { root } from "../launch/dependencies.js";
import { runCommand } from "../launch/life";
import { requireFreePort } from "../launch/port";
import { readSettings } from "../launch/settings";
import { startWebServer, whenEnded } from "../launch/web-server";

await runCommand(async () => {
  useOurHooks();
  const settings = readSettings();
  await requireFreePort(settings.port, settings.host);
  const url = await openDatabase(settings);
  await generateClient();
  await migrateStep(url);
  await loadData(url, settings.env);
  const { child } = startWebServer({
    args: [
      "node_modules/next/dist/bin/next",
      "dev",
      "-p",
      String(settings.port),
      "-H",
      settings.host,
    ],
    directory: root,
    env: { ...settings.env, DATABASE_URL: url, NODE_ENV: "development" },
    host: settings.host,
    port: settings.port,
  });
  await whenEnded(child);
  return 0;
}, 0);

/** Formatting is checked before a commit on a developer's clone; a choice already made is kept. */
function useOurHooks(): void {
  const chosen = spawnSync("git", ["config", "core.hooksPath"], { cwd: root });
  if (chosen.status === 1)
    spawnSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: root });
}
