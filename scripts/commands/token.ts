import { runCommand } from "../launch/life";
import { readSettings, type Settings } from "../launch/settings";
import { Stop } from "../launch/step.js";
import { runningPostgres } from "../postgres/embedded";

/** One API token a line for each address, made in the database of the installation that runs. */
await runCommand(async () => {
  const emails = process.argv.slice(2).map((email) => email.trim().toLowerCase());
  if (emails.length === 0) throw new Stop("Say for whom: npm run -s token -- EMAIL…");
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: databaseOf(settings),
    LOG_LEVEL: "silent",
  });
  // Only now: the modules behind them read the environment when they load.
  const { emailInput } = await import("@/lib/identity/schema");
  const wrong = emails.filter((email) => !emailInput.safeParse(email).success);
  if (wrong.length > 0) throw new Stop(`Not an address: ${wrong.join(", ")}`);
  const { issueTokens } = await import("@/lib/identity/api-tokens/commands");
  const { systemActor } = await import("@/lib/core/actor");
  const result = await issueTokens(systemActor("console"), { emails, name: "npm run token" });
  if (!result.ok) {
    throw new Stop(`Nobody here has this address: ${unknownOf(result.data).join(", ")}`);
  }
  for (const token of result.value) console.log(token);
  return 0;
});

/** The address given, or that of the clone's own Postgres, which must run: nothing is started here. */
function databaseOf({ databaseUrl }: Settings): string {
  const url = databaseUrl ?? runningPostgres()?.url("cowloting");
  if (url) return url;
  throw new Stop("The installation does not run: npm start, then ask again.");
}

function unknownOf(data: unknown): string[] {
  const known = typeof data === "object" && data !== null && "emails" in data;
  return known && Array.isArray(data.emails) ? data.emails.map(String) : [];
}
