import { db } from "@/lib/infra/db";

type Column = { schema: string; table: string; name: string };

/** Every column of every table in which something can be read: its text, its arrays, its JSON, its bytes. */
async function readableColumns(): Promise<Column[]> {
  return db.$queryRaw<Column[]>`
    SELECT c.table_schema AS "schema", c.table_name AS "table", c.column_name AS "name"
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
    ORDER BY 1, 2, 3`;
}

/** Where in the whole database these words are found, whatever their case, as « table.column ». */
export async function whereFound(words: string): Promise<string[]> {
  const found: string[] = [];
  for (const { schema, table, name } of await readableColumns()) {
    const [row] = await db.$queryRawUnsafe<{ hit: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${schema}"."${table}" WHERE position(lower($1) IN lower("${name}"::text)) > 0) AS hit`,
      words,
    );
    if (row?.hit) found.push(`${table}.${name}`);
  }
  return found;
}

/** What is in every table of ours, in one word for each: two readings are equal when nothing changed. */
export async function contentsOf(): Promise<Record<string, string>> {
  const tables = [
    ...new Set(
      (await readableColumns())
        .filter(({ schema }) => schema === "public")
        .map(({ table }) => table),
    ),
  ];
  const contents: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await db.$queryRawUnsafe<{ sum: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${table}" t`,
    );
    contents[table] = row?.sum ?? "";
  }
  return contents;
}
