import { expect, test } from "vitest";
import { classification as classified } from "@/lib/privacy/classification/rules";
import { takenAway } from "@/lib/privacy/exports/rules";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

test.each([
  ["French", fr.classification],
  ["English", en.classification],
])("every table, and every column somebody takes away, has its words in %s", (_language, words) => {
  const tables: Record<string, string> = words.tables;
  const columns: Record<string, string> = words.columns;
  const without = Object.keys(classified).flatMap((table) => [
    ...(tables[table] ? [] : [table]),
    ...takenAway(table)
      .filter((name) => !columns[name])
      .map((name) => `${table}.${name}`),
  ]);
  expect(without).toEqual([]);
});

test("every viewer, purpose, basis and clock has its words", () => {
  const { viewers, purposes, bases, events } = fr.classification;
  const known = [viewers, purposes, bases, events].flatMap((words) => Object.keys(words));
  const said = Object.values(classified).flatMap(({ clock, columns }) => [
    ...(clock ? [clock.event] : []),
    ...Object.values(columns).flatMap(({ seenBy, purpose, basis }) => [...seenBy, purpose, basis]),
  ]);
  expect([...new Set(said)].filter((code) => !known.includes(code))).toEqual([]);
});
