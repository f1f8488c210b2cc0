import { expect, test } from "vitest";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";
import { readSources } from "@/tests/architecture/source-tree";

const address = /[\w.-]+@(?!exemple|example|demo\.test|localhost)[\w-]+\.(?:com|fr|org|net)\b/;

test("no sentence and no page has an address of its own: the network says where one writes to it", () => {
  const written = readSources()
    .filter(({ path }) => /^(app|components|lib)\//.test(path) && path !== "lib/infra/env.ts")
    .filter(({ text }) => address.test(text))
    .map(({ path }) => path);
  expect(written).toEqual([]);
  for (const messages of [fr, en]) {
    expect(JSON.stringify(messages).match(new RegExp(address, "g")) ?? []).toEqual([]);
  }
  expect(address.test("écrivez à bonjour@reseau.fr")).toBe(true);
});
