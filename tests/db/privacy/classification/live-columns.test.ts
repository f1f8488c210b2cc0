import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { classificationFaults, type DatabaseColumn } from "@/lib/privacy/classification/rules";

async function liveColumns(): Promise<DatabaseColumn[]> {
  return db.$queryRaw<DatabaseColumn[]>`
    SELECT c.table_name AS "table", c.column_name AS "name", c.udt_name AS "type"
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND c.table_name <> '_prisma_migrations'
    ORDER BY 1, 2`;
}

test("every column of the live database is classified", async () => {
  const columns = await liveColumns();
  expect(columns.length).toBeGreaterThan(400);
  expect(classificationFaults(columns)).toEqual([]);
});

test("a column planted in the database is caught, and so is an id of a person in a table without people", async () => {
  await db.$executeRaw`ALTER TABLE persons ADD COLUMN shoe_size int`;
  await db.$executeRaw`ALTER TABLE spaces ADD COLUMN cleaned_by uuid`;
  expect(classificationFaults(await liveColumns())).toEqual([
    "persons.shoe_size: not classified (lib/privacy/classification)",
    "spaces.cleaned_by: about a person, in a table said to be without people",
  ]);
});
