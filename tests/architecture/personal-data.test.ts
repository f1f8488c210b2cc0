import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { classificationFaults, type DatabaseColumn } from "@/lib/privacy/classification/rules";

const root = path.resolve(import.meta.dirname, "../..");
const schema = readdirSync(path.join(root, "prisma/schema"))
  .map((name) => readFileSync(path.join(root, "prisma/schema", name), "utf8"))
  .join("\n");

/** Columns of the schema, relations left out. */
function columnsOf(text: string): DatabaseColumn[] {
  const models = [...text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
  const names = models.map((model) => model[1]);
  return models.flatMap(([, , body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? "";
    return [...body.matchAll(/^ {2}(\w+)\s+(\w+)(.*)$/gm)]
      .filter(([, , type]) => !names.includes(type))
      .map(([, field = "", , rest = ""]) => ({
        table,
        name: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
        type: rest.includes("@db.Uuid") ? "uuid" : "other",
      }));
  });
}

test("every column about a person is classified: who sees it, why, how long, export, erasure", () => {
  expect(columnsOf(schema).length).toBeGreaterThan(400);
  expect(classificationFaults(columnsOf(schema))).toEqual([]);
});

test("a planted column is caught", () => {
  const planted = `${schema}\nmodel Planted {\n  phone String\n  @@map("planted")\n}\n`;
  expect(classificationFaults(columnsOf(planted))).toEqual([
    "planted.phone: not classified (lib/privacy/classification)",
  ]);
});
