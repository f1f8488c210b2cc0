import { systemActor } from "@/lib/core/actor";
import { type JournalFault, verifyJournal } from "@/lib/identity/journal/seals/queries";
import { now } from "@/lib/infra/clock";
import { Stop } from "../launch/step.js";

const usage = `Write: npm run -s journal:verify [-- --head=HASH]
  HASH is a head noted earlier: 64 digits, printed by this command and on /pilotage/journal`;

/** What is to be said of the journal, and whether it is what was sealed, all of it. */
export type JournalChecked = { said: string[]; faults: string[] };

/** Walks the sealed journal, looking for the head that the words of the command line may name. */
export async function verifyFromWords(words: string[], at: Date = now()): Promise<JournalChecked> {
  const asked = headOf(words);
  const actor = systemActor("journal:verify");
  const { count, head, fault, waiting } = await verifyJournal(actor, { head: asked }, at);
  const late = `${waiting} lines are over five minutes old and not sealed: does a worker run?`;
  return {
    said: [`${count} lines are as they were sealed.`, `Head: ${head}`],
    faults: [...(fault ? [sentenceOf(fault)] : []), ...(waiting > 0 ? [late] : [])],
  };
}

function headOf(words: string[]): string | undefined {
  const [word, ...more] = words;
  if (word === undefined) return undefined;
  const head = /^--head=([0-9a-f]{64})$/.exec(word.toLowerCase())?.[1];
  if (!head || more.length > 0) throw new Stop(usage);
  return head;
}

function sentenceOf(fault: JournalFault): string {
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
