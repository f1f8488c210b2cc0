import { expect, test } from "vitest";
import { readSources, type Source } from "./source-tree";

/** Where the journeys of one person are read or written: by that person, or to be summed. */
const allowed = /^(lib\/reports\/commutes\/|prisma\/|tests\/|lib\/privacy\/classification\/)/;
const names = /\.commute\b(?!s)|\bcommutes\b(?=["'`]? (c|WHERE|SET|JOIN)\b)|commute: (true|\{)/;

const readers = (sources: Source[]) =>
  sources
    .filter(({ path, text }) => !allowed.test(path) && names.test(text))
    .map(({ path }) => path);

test("no host, member nor staff screen reads the journeys of one person: one folder reaches the table", () => {
  expect(readers(readSources())).toEqual([]);
});

test("a query elsewhere that reads them is found", () => {
  const path = "lib/members/directory/queries.ts";
  for (const text of [
    "db.commute.findMany()",
    "select: { commute: true }",
    "SELECT * FROM commutes c",
  ]) {
    expect([text, readers([{ path, text }])]).toEqual([text, [path]]);
  }
});
