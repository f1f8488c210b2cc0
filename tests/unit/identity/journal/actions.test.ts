import { expect, test } from "vitest";
import { viewScreens } from "@/lib/identity/journal/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { readSources } from "@/tests/architecture/source-tree";

/** Every `"noun.verb"` a command writes: in those files nothing else looks like one. */
function actionsIn(text: string): string[] {
  return [...text.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].flatMap(([, action]) => action ?? []);
}

const commands = readSources().filter(({ path }) => /^lib\/.*\/commands\.ts$/.test(path));
const written = [...new Set(commands.flatMap(({ text }) => actionsIn(text)))].sort();

function sentenceOf(messages: typeof fr, action: string): string | undefined {
  const [noun = "", verb = ""] = action.split(".");
  const actions: Record<string, Record<string, string>> = messages.journal.actions;
  return actions[noun]?.[verb];
}

test("every action a command writes has its sentence in both languages", () => {
  expect(written).toContain("booking.cancelled");
  const missing = written.filter((action) => !sentenceOf(fr, action) || !sentenceOf(en, action));
  expect(missing, "add them to journal.actions of messages/fr and messages/en").toEqual([]);
});

test("no action is put together from pieces, which nothing could list", () => {
  const built = commands.filter(({ text }) => /action: [`]/.test(text)).map(({ path }) => path);
  expect(built).toEqual([]);
});

test("an action without a sentence is caught", () => {
  expect(actionsIn('writeJournal(tx, { action: "cow.milked" })')).toEqual(["cow.milked"]);
  expect(sentenceOf(fr, "cow.milked")).toBeUndefined();
});

test("every screen on which people are seen has its words in both languages", () => {
  for (const messages of [fr, en]) {
    expect(Object.keys(messages.journal.screens).sort()).toEqual([...viewScreens].sort());
  }
});
