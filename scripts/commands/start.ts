import { parseEnv } from "@/lib/infra/env";
import { generateClient } from "../build/generate";
import { buildRelease } from "../build/release";
import { loadData, migrateStep } from "../database/prepare";
import { openDatabase } from "../launch/database";
import { isEnding, runCommand } from "../launch/life";
import { requireFreePort } from "../launch/port";
import { readSettings, type Settings } from "../launch/settings";
import { Stop, secondsSince, step } from "../launch/step.js";
import { endOf, startWebServer, waitForHealth, whenEnded } from "../launch/web-server";

const startedAt = performance.now();

await runCommand(async () => {
  const settings = readSettings();
  requireWholeEnvironment(settings);
  await requireFreePort(settings.port, settings.host);
  const url = await openDatabase(settings);
  await generateClient();
  await migrateStep(url);
  await loadData(url, settings.env);
  const { directory } = await step("production build", buildRelease, ({ built }) =>
    built ? "" : "nothing changed",
  );
  const server = await step("web server", async () => {
    const started = startWebServer({
      args: ["server.js"],
      directory,
      env: { ...settings.env, DATABASE_URL: url, NODE_ENV: "production" },
      host: settings.host,
      port: settings.port,
      ...(settings.demo ? { log: "web" } : {}),
    });
    await waitForHealth(started);
    return started;
  });
  tell(settings, server.log);
  await whenEnded(server.child);
  if (!isEnding()) throw new Stop(`The web server ended by itself.\n${endOf(server.log)}`);
  return 0;
}, 0);

/** A wrong variable is said now, not after a minute of building. */
function requireWholeEnvironment({ env, databaseUrl }: Settings): void {
  const placeholder = databaseUrl ?? "postgresql://embedded@127.0.0.1:1/cowloting";
  try {
    parseEnv({ ...process.env, NODE_ENV: "production", ...env, DATABASE_URL: placeholder });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(`${reason}\nEvery variable is described in .env.example.`, { cause: error });
  }
}

function tell(settings: Settings, log: string | null): void {
  const address = settings.env["NEXTAUTH_URL"] ?? process.env["NEXTAUTH_URL"] ?? "";
  console.log(`\nCowloting is ready after ${secondsSince(startedAt)} s: ${address}`);
  if (settings.demo) console.log("Demonstration mode: invented data, mails on /demo/courriels.");
  if (log) console.log(`Log: ${log}`);
  console.log("Ctrl-C stops everything.");
}
