import { knownDatabase } from "../launch/database";
import { runCommand } from "../launch/life";
import { readSettings } from "../launch/settings";
import { Stop } from "../launch/step.js";

/** One API token a line for each address, made in the database of the installation. */
await runCommand(async () => {
  const emails = process.argv.slice(2).map((email) => email.trim().toLowerCase());
  if (emails.length === 0) throw new Stop("Say for whom: npm run -s token -- EMAIL…");
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: await knownDatabase(settings),
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

function unknownOf(data: unknown): string[] {
  const known = typeof data === "object" && data !== null && "emails" in data;
  return known && Array.isArray(data.emails) ? data.emails.map(String) : [];
}
