import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(root, "docs/personal-data.md"), "utf8");
const schema = readdirSync(path.join(root, "prisma/schema"))
  .map((name) => readFileSync(path.join(root, "prisma/schema", name), "utf8"))
  .join("\n");

/** Columns of the schema as `table.column`, relations left out. */
function columnsOf(text: string): string[] {
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = models.map((model) => model[1]);
  return models.flatMap(([, , body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(.*)$/gm)]
      .filter(([, , type]) => !names.includes(type))
      .map(([, field, , rest = ""]) => `${table}.${/@map\("(\w+)"\)/.exec(rest)?.[1] ?? field}`);
  });
}

const harmless = [
  ...(/Tables without personal data: (.*)\./.exec(page)?.[1] ?? "").matchAll(/`(\w+)`/g),
].map((match) => match[1]);
const classified = [...page.matchAll(/^\| `([\w.]+)` +\|/gm)].map((match) => match[1]);

test("every column about a person is classified: who sees it, how long, export, erasure", () => {
  const personal = columnsOf(schema).filter((column) => !harmless.includes(column.split(".")[0]));
  expect(personal.filter((column) => !classified.includes(column))).toEqual([]);
});

test("no classified column has vanished from the schema", () => {
  const columns = columnsOf(schema);
  expect(classified.filter((column) => !columns.includes(column ?? ""))).toEqual([]);
});

test("a table called harmless points at nobody", () => {
  for (const table of harmless) {
    const body = new RegExp(
      `^model \\w+ \\{\\n((?:(?!^\\})[\\s\\S])*?@@map\\("${table}"\\)[\\s\\S]*?)^\\}`,
      "m",
    ).exec(schema)?.[1];
    expect(body, table).toBeDefined();
    expect(body).not.toMatch(/person_id|created_by|email|guest_name/);
  }
});

test("a planted column is caught", () => {
  const planted = `${schema}\nmodel Planted {\n  phone String\n  @@map("planted")\n}\n`;
  const missing = columnsOf(planted).filter(
    (column) => !harmless.includes(column.split(".")[0]) && !classified.includes(column),
  );
  expect(missing).toEqual(["planted.phone"]);
});
