import type { JournalFault } from "@/lib/identity/journal/seals/queries";
import { runCommand } from "../launch/life";
import { readSettings, type Settings } from "../launch/settings";
import { Stop } from "../launch/step.js";
import { runningPostgres } from "../postgres/embedded";

const usage = `Write: npm run -s journal:verify [-- --head=HASH]
  HASH is a head noted earlier: 64 digits, printed by this command and on /pilotage/journal`;

/** Walks the sealed journal of the installation that runs; 1 when it is not what was sealed. */
await runCommand(async () => {
  const head = headOf(process.argv.slice(2));
  const settings = readSettings();
  Object.assign(process.env, settings.env, {
    DATABASE_URL: databaseOf(settings),
    LOG_LEVEL: "silent",
  });
  // Only now: the modules behind them read the environment when they load.
  const { verifyJournal } = await import("@/lib/identity/journal/seals/queries");
  const { systemActor } = await import("@/lib/core/actor");
  const {
    count,
    head: last,
    fault,
    waiting,
  } = await verifyJournal(systemActor("console"), { head });
  console.log(`${count} lines are as they were sealed.\nHead: ${last}`);
  if (fault) console.error(saidOf(fault));
  if (waiting > 0) {
    console.error(`${waiting} lines are over five minutes old and not sealed: does a worker run?`);
  }
  return fault || waiting > 0 ? 1 : 0;
});

function headOf(words: string[]): string | undefined {
  const [word, ...more] = words;
  if (word === undefined) return undefined;
  const head = /^--head=([0-9a-f]{64})$/.exec(word.toLowerCase())?.[1];
  if (!head || more.length > 0) throw new Stop(usage);
  return head;
}

function saidOf(fault: JournalFault): string {
  switch (fault.kind) {
    case "changed":
      return `Line ${fault.entryId} was changed after it was sealed.`;
    case "missing":
      return `Line ${fault.entryId} was sealed and is missing.`;
    case "reordered":
      return `Line ${fault.entryId} was reordered: what was sealed there is now line ${fault.nowAt}.`;
    case "inserted":
      return `Line ${fault.entryId} was inserted among lines sealed before.`;
    case "unsealed":
      return `Seal ${fault.sealId} is missing: what it was of cannot be told.`;
    case "truncated":
      return "The head you noted is not in the journal: its end was cut, or it was written anew.";
  }
}

/** The address given, or that of the clone's own Postgres, which must run: nothing is started here. */
function databaseOf({ databaseUrl }: Settings): string {
  const url = databaseUrl ?? runningPostgres()?.url("cowloting");
  if (url) return url;
  throw new Stop("The installation does not run: npm start, then ask again.");
}
