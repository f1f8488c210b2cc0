import { expect, test } from "vitest";
import { classification, goesWithOwner } from "@/lib/privacy/classification/rules";
import { erasingSteps, isTakenByThem, isTheirs, quoted } from "@/lib/privacy/rows/rules";

const sqlOf = (table: string) =>
  erasingSteps()
    .filter((step) => step.table === table)
    .map(({ sql }) => sql);

test("rows are somebody's by a column, or through another table", () => {
  expect(isTheirs("sessions")).toBe('("person_id" = $1::uuid)');
  expect(isTheirs("conversation_messages")).toBe(
    '("conversation_id" IN (SELECT "id" FROM "conversations" WHERE ("starter_id" = $1::uuid OR "other_id" = $1::uuid)))',
  );
  expect(isTheirs("rate_limits")).toBe("false");
});

test("what somebody made is taken away by them, not by whom it is about", () => {
  expect(isTakenByThem("blocks")).toBe('("blocker_id" = $1::uuid)');
  expect(isTakenByThem("abuse_reports")).toBe('("reporter_id" = $1::uuid)');
  expect(isTheirs("blocks")).toBe('("blocker_id" = $1::uuid OR "blocked_id" = $1::uuid)');
  expect(isTakenByThem("sessions")).toBe(isTheirs("sessions"));
  expect(isTakenByThem("conversation_messages")).toBe(isTheirs("conversation_messages"));
});

test("what was registered by the mailbox of an account is taken away with it, and is not erased as its row", () => {
  expect(isTakenByThem("event_registrations")).toBe(
    `("person_id" = $1::uuid OR ("email_key" = $2::text AND person_id IS NULL AND source = 'self'))`,
  );
  expect(isTakenByThem("event_attendees")).toContain('"email_key" = $2::text');
  expect(isTheirs("event_registrations")).toBe('("person_id" = $1::uuid)');
});

test("sessions go, bookings stay with a nameless person, whoever else acted is taken off", () => {
  expect(sqlOf("sessions")).toEqual(['DELETE FROM "sessions" WHERE ("person_id" = $1::uuid)']);
  expect(sqlOf("bookings")).toContain(
    'UPDATE "bookings" SET "person_id" = $2::uuid WHERE "person_id" = $1::uuid',
  );
  expect(sqlOf("bookings")).toContain(
    'UPDATE "bookings" SET "checked_in_by" = NULL WHERE "checked_in_by" = $1::uuid',
  );
  expect(sqlOf("memberships")).toContain(
    'UPDATE "memberships" SET "decided_by" = NULL WHERE "decided_by" = $1::uuid',
  );
});

test("the journal is never touched", () => {
  expect(sqlOf("journal_entries")).toEqual([]);
  expect(sqlOf("journal_seals")).toEqual([]);
});

test("what is reached through a person or another table is reached before that is emptied", () => {
  const tables = erasingSteps().map(({ table }) => table);
  expect(tables.at(-1)).toBe("persons");
  expect(tables.indexOf("booking_changes")).toBeLessThan(tables.indexOf("bookings"));
  expect(tables.indexOf("demo_mails")).toBeLessThan(tables.indexOf("persons"));
});

test("every column to be emptied of a row that stays says so in one statement", () => {
  for (const [table, whole] of Object.entries(classification)) {
    if (goesWithOwner(whole)) continue;
    const emptied = Object.entries(whole.columns).filter(
      ([, { erasure, pointsAtPerson }]) => erasure === "empty" && !pointsAtPerson,
    );
    for (const [name] of emptied) {
      expect(sqlOf(table).join("\n"), table).toContain(`"${name}" = DEFAULT`);
    }
  }
});

test("a name that is none of ours is never put into SQL", () => {
  expect(() => quoted('persons"; DROP TABLE persons')).toThrow();
});
