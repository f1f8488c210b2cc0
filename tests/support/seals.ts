import { systemActor } from "@/lib/core/actor";
import { writeJournal } from "@/lib/identity/journal/commands";
import { sealJournal } from "@/lib/identity/journal/seals/commands";
import { db } from "@/lib/infra/db";
import { aStaffMember } from "./actors";

/** So many lines of the journal, each its own transaction; their numbers in order. */
export async function someLines(count: number): Promise<bigint[]> {
  const actor = await aStaffMember();
  for (let index = 0; index < count; index += 1) {
    const line = { actor, action: "x.done", before: { index }, after: { index: index + 1 } };
    await db.$transaction((tx) => writeJournal(tx, line));
  }
  const lines = await db.journalEntry.findMany({
    where: { actorId: actor.personId },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return lines.map(({ id }) => id);
}

/** Seals until nothing is left: a transaction open elsewhere on this Postgres holds lines back a moment. */
export async function sealAll(at = new Date()): Promise<void> {
  for (;;) {
    await sealJournal(systemActor("worker"), at);
    const [row] = await db.$queryRaw<{ left: number }[]>`
      SELECT count(*)::int AS left FROM journal_entries e
      WHERE NOT EXISTS (SELECT FROM journal_seals s WHERE s.entry_id = e.id)`;
    if (row?.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What somebody does who may do anything in the database, triggers put aside. */
export async function tamper(...statements: string[]): Promise<void> {
  await db.$executeRawUnsafe("ALTER TABLE journal_entries DISABLE TRIGGER USER");
  await db.$executeRawUnsafe("ALTER TABLE journal_seals DISABLE TRIGGER USER");
  for (const statement of statements) await db.$executeRawUnsafe(statement);
  await db.$executeRawUnsafe("ALTER TABLE journal_entries ENABLE TRIGGER USER");
  await db.$executeRawUnsafe("ALTER TABLE journal_seals ENABLE TRIGGER USER");
}
