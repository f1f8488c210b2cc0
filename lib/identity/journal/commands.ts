import { type Actor, personIdOf } from "@/lib/core/actor";
import { Prisma, type Tx } from "@/lib/infra/db";

export type JournalLine = {
  actor: Actor;
  /** `<noun>.<past verb>`, e.g. `booking.cancelled`. */
  action: string;
  spaceId?: string | null;
  subjectId?: string | null;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/**
 * Adds a line to the append-only journal (trigger `journal_append_only`), in the transaction of the
 * change it tells. The system and visitors have no person: the action then says it all.
 */
export async function writeJournal(tx: Tx, line: JournalLine): Promise<void> {
  await tx.journalEntry.create({
    data: {
      actorId: personIdOf(line.actor),
      action: line.action,
      spaceId: line.spaceId ?? null,
      subjectId: line.subjectId ?? null,
      before: line.before ?? Prisma.DbNull,
      after: line.after ?? Prisma.DbNull,
    },
  });
}
