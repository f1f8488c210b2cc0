import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import { findSealHead, lineColumns, sha256 } from "./queries";
import { beforeAll, type SealedLine, sealText } from "./rules";

const linesAtOnce = 2_000;
/** A number may be taken long before its line is committed: how far back one that came late is looked for. */
const numbersBack = 5_000;
const sealing = { maxWait: 10_000, timeout: 60_000 };

/**
 * Seals what was committed since the last time, in the order of its numbers, and says how many lines.
 * Another worker at it: none. A line is left for the next time while a transaction that began before it
 * is open, for that one may still bring an earlier line. Run by the system only.
 */
export async function sealJournal(actor: Actor, at: Date = now()): Promise<number> {
  if (actor.kind !== "system") throw new Forbidden();
  let sealed = 0;
  for (;;) {
    const count = await db.$transaction((tx) => sealSome(tx, at), sealing);
    sealed += count;
    if (count < linesAtOnce) return sealed;
  }
}

async function sealSome(tx: Tx, at: Date): Promise<number> {
  const [turn] = await tx.$queryRaw<{ isOurs: boolean }[]>(Prisma.sql`
    SELECT pg_try_advisory_xact_lock(hashtextextended('seal journal', 0)) AS "isOurs"`);
  if (!turn?.isOurs) return 0;
  const head = await findSealHead(tx);
  const lines = await listUnsealed(tx);
  let hash = head?.head ?? beforeAll;
  const seals = lines.map((line, index) => {
    hash = sha256(sealText(hash, line));
    const id = BigInt((head?.count ?? 0) + index + 1);
    return { id, entryId: BigInt(line.id), hash, at };
  });
  await tx.journalSeal.createMany({ data: seals });
  return seals.length;
}

async function listUnsealed(tx: Tx): Promise<SealedLine[]> {
  return tx.$queryRaw<SealedLine[]>(Prisma.sql`
    SELECT ${lineColumns} FROM journal_entries e
    WHERE e.id > coalesce((SELECT max(entry_id) FROM journal_seals), 0) - ${numbersBack}
      AND NOT EXISTS (SELECT FROM journal_seals s WHERE s.entry_id = e.id)
      AND age(e.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)
    ORDER BY e.id LIMIT ${linesAtOnce}`);
}
