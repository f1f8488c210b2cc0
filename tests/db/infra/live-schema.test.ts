import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";

/** What Prisma does not see and a generated migration could drop without a word. */

async function definitionOf(constraint: string): Promise<string | undefined> {
  const [row] = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = ${constraint}`;
  return row?.definition;
}

test("two live bookings of one resource cannot overlap, in the database itself", async () => {
  expect(await definitionOf("booking_no_overlap")).toBe(
    "EXCLUDE USING gist (space_id WITH =, places WITH &&, during WITH &&) WHERE ((state = ANY (ARRAY['confirmed'::booking_state, 'held'::booking_state])))",
  );
});

test.each([
  "booking_length",
  "booking_has_somebody",
  "booking_ended_has_date",
  "booking_holds",
  "booking_lapses_when_live",
  "resource_has_place",
  "resource_modes",
  "resource_minutes",
  "waiting_quantity",
  "series_minutes",
  "opening_rule_weeks",
  "opening_rule_weekday",
  "opening_rule_minutes",
  "closure_interval",
  "space_half_day_boundary",
  "role_grant_scope",
  "person_email_lower_case",
  "organisation_commune_of_town_hall",
  "event_interval",
  "event_seats",
  "event_place_said",
  "event_ended_has_date",
  "registration_quantity",
  "registration_offer",
  "feedback_score",
  "daily_fact_is_of_desks_offered",
  "presence_day_has_a_half",
  "network_month_is_counted",
])("the check %s is there", async (constraint) => {
  expect(await definitionOf(constraint)).toMatch(/^CHECK/);
});

test.each([
  "event_never_oversold",
  "event_keeps_seats",
  "event_agrees_with_room",
  "event_follows_room",
  "event_outlives_minimum",
  "house_never_too_full",
  "calendar_version_of_events",
  "event_forgets_end_minimum",
  "days_of_new_bookings",
  "days_of_changed_bookings",
  "days_of_removed_bookings",
  "space_of_changed_calendar",
  "profiles_keep_past_situation",
])("the trigger %s is there", async (name) => {
  const rows =
    await db.$queryRaw`SELECT FROM pg_trigger WHERE tgname = ${name} AND tgenabled = 'O'`;
  expect(rows).toHaveLength(1);
});

test("what a booking holds is generated, half-open, buffers included", async () => {
  const [column] = await db.$queryRaw<{ kind: string; expression: string }[]>`
    SELECT a.attgenerated::text AS kind, pg_get_expr(d.adbin, d.adrelid) AS expression
    FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = 'bookings'::regclass AND a.attname = 'during'`;
  expect(column).toEqual({
    kind: "s",
    expression: "tstzrange(held_from, held_until, '[)'::text)",
  });
});

test("the journal refuses to be rewritten", async () => {
  const entry = await db.journalEntry.create({ data: { action: "tested" } });
  await expect(
    db.journalEntry.update({ where: { id: entry.id }, data: { action: "changed" } }),
  ).rejects.toThrow(/append-only/);
  await expect(db.journalEntry.deleteMany()).rejects.toThrow(/append-only/);
});

test("every table a space owns has the space in its primary key, so that it can be sharded", async () => {
  const rows = await db.$queryRaw<{ table: string }[]>`
    SELECT c.relname AS table FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'space_id'
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname NOT IN ('role_grants', 'journal_entries', 'feed_tokens', 'webhooks')
      AND NOT EXISTS (
        SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY(i.indkey))`;
  expect(rows).toEqual([]);
});

test("an instant is written as itself, whatever the zone of the process", async () => {
  const [row] = await db.$queryRaw<{ text: string; zone: string }[]>`
    SELECT ${new Date("2026-06-16T06:30:00Z")}::timestamptz::text AS text, current_setting('TimeZone') AS zone`;
  expect(row).toEqual({ text: "2026-06-16 06:30:00+00", zone: "UTC" });
});
