import pg from "pg";
import { allHostile, hostileAddresses, hostileTexts } from "./hostile-texts";

/**
 * Texts that are ours or that only a program reads: codes, keys, addresses, what a table is found by.
 * Whatever is not listed here is filled, a column added tomorrow among it.
 */
const ours: Record<string, RegExp> = {
  // Found by, and signed in with.
  anyTable:
    /^(email|contact_email|locale|.*_?insee|.*_hash|hash|secret|slug|time_zone|kind|kinds|verb)$/,
  booking_changes: /^(reason)?$/,
  busy_blocks: /./,
  calendar_imports: /^(etag|url|last_error)$/,
  communes: /./,
  api_tokens: /^scopes$/,
  ads: /^theme$/,
  abuse_reports: /^(reason|outcome)$/,
  campaigns: /^survey$/,
  consents: /^purpose$/,
  demo_mails: /./,
  idempotency_keys: /./,
  journal_entries: /^(action|subject_id|request_id)$/,
  nearby_places: /^(id|kind|source_url)$/,
  network_settings: /^key$/,
  notifications: /./,
  photos: /^version$/,
  notification_choices: /./,
  profiles: /^(languages|themes|links)$/,
  provider_links: /./,
  push_subscriptions: /./,
  rate_limits: /./,
  resources: /^features$/,
  school_holidays: /./,
  school_holiday_imports: /./,
  series_refusals: /./,
  spaces: /^(equipment|poster|check_in_code|school_zone|postal_code|source_url)$/,
  survey_responses: /^(survey|source)$/,
  survey_contacts: /./,
  survey_drafts: /^source$/,
  surveys: /^survey$/,
  webhooks: /^url$/,
  webhook_deliveries: /./,
};

type Column = { table: string; column: string; isList: boolean };

/** Every column of text of our own tables that somebody might have written. */
async function writtenColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.table_name AS "table", c.column_name AS "column", c.data_type = 'ARRAY' AS "isList"
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type = 'text' OR c.data_type = 'ARRAY' AND c.udt_name = '_text')
      AND left(c.table_name, 1) <> '_'
      -- What a row is found by is no text somebody writes for others.
      AND NOT EXISTS (
        SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
        WHERE i.indisunique AND i.indrelid = format('%I', c.table_name)::regclass
          AND a.attname = c.column_name)`);
  return rows.filter(
    ({ table, column }) => !ours["anyTable"]?.test(column) && !ours[table]?.test(column),
  );
}

const perRow = 10;
/** Long lists share the texts out, so that a page of them stays one somebody could wait for. */
const shares = Array.from({ length: Math.ceil(hostileTexts.length / perRow) }, (_, index) =>
  hostileTexts.slice(index * perRow, (index + 1) * perRow).join(" "),
);

/**
 * Puts hostile texts wherever people write in that database: all of them in a table of a few rows, ten a
 * row in longer ones, of bookings those of these days. Answers with the columns filled, « table.column ».
 */
export async function fillWithHostileTexts(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  await client.connect();
  try {
    // Triggers keep what is append-only, and would be right to refuse.
    await client.query("SET session_replication_role = replica");
    const columns = await writtenColumns(client);
    for (const column of columns) await fillColumn(client, column);
    await fillOthers(client);
    await client.query("UPDATE spaces SET calendar_version = calendar_version + 1");
    return columns.map(({ table, column }) => `${table}.${column}`);
  } finally {
    await client.end();
  }
}

async function fillColumn(client: pg.Client, { table, column, isList }: Column): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "${table}"`,
  );
  const texts = (rows[0]?.count ?? 0) <= 20 ? [allHostile] : shares;
  const text = `($1::text[])[1 + (n.nth % $2)::int]`;
  await client.query(
    `UPDATE "${table}" t SET "${column}" = ${isList ? `ARRAY[${text}]` : text}
     FROM (SELECT ctid AS row, row_number() OVER () AS nth FROM "${table}"
       ${table === "bookings" ? "WHERE day > current_date - 40" : ""}) n
     WHERE t.ctid = n.row`,
    [texts, texts.length],
  );
}

/** Texts within JSON, and lists of addresses that a page makes links of. */
async function fillOthers(client: pg.Client): Promise<void> {
  const said = JSON.stringify({ fr: allHostile, en: allHostile });
  await client.query(
    `UPDATE spaces SET texts = (SELECT jsonb_object_agg(key, $1::jsonb) FROM jsonb_each(texts))`,
    [said],
  );
  // Found by its name too: each keeps its own, with one text after it.
  await client.query(
    `UPDATE resources r SET name = r.name || ' ' || ($1::text[])[1 + (n.nth % $2)::int]
     FROM (SELECT id, row_number() OVER () AS nth FROM resources) n WHERE n.id = r.id`,
    [hostileTexts, hostileTexts.length],
  );
  await client.query(`UPDATE profiles SET links = $1`, [hostileAddresses]);
  await client.query(
    `UPDATE journal_entries SET before = $1, after = $2 WHERE action <> 'people.viewed'`,
    [
      JSON.stringify({ reason: allHostile }),
      JSON.stringify({ name: allHostile, [shares[0] ?? ""]: 1 }),
    ],
  );
}
