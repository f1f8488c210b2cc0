import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, Prisma, type Tx } from "@/lib/infra/db";
import {
  type BrokenSeal,
  beforeAll,
  brokenAt,
  type SealedLine,
  type SealToCheck,
  sealedWithin,
  sealText,
  type Walked,
} from "./rules";

/** Columns of a line as they are sealed; `e` is the table. */
export const lineColumns = Prisma.sql`
  e.id::text AS id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  e.actor_id::text AS "actorId", e.action, e.space_id::text AS "spaceId",
  e.subject_id AS "subjectId", e.before::text AS before, e.after::text AS after,
  e.request_id AS "requestId"`;

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export type JournalFault =
  | BrokenSeal
  /** What was sealed there is now under the number of another line. */
  | { kind: "reordered"; entryId: string; nowAt: string }
  /** A line that came among those sealed before, after they were. */
  | { kind: "inserted"; entryId: string }
  /** A head noted earlier is in no place of the chain: its end was cut, or all of it written anew. */
  | { kind: "truncated"; head: string };

export type Verification = Walked & {
  /** The first thing that is not as it was sealed. */
  fault: JournalFault | null;
  /** Lines too old not to be sealed yet, after the last that is: a worker does not run. */
  waiting: number;
};

/**
 * Walks the whole journal and says whether it is what was sealed, with the first fault; `head` is a hash
 * noted earlier, to be found on the way. The system only.
 */
export async function verifyJournal(
  actor: Actor,
  { head }: { head?: string | undefined } = {},
  at: Date = now(),
): Promise<Verification> {
  if (actor.kind !== "system") throw new Forbidden();
  const walk = await walkSeals(head);
  const { count, fault: broken } = walk;
  if (broken) return { count, head: walk.head, fault: broken, waiting: 0 };
  const [inserted, waiting] = await Promise.all([findInserted(at), countWaiting(at)]);
  const cut: JournalFault | null = walk.isNoted || !head ? null : { kind: "truncated", head };
  const fault: JournalFault | null = inserted ? { kind: "inserted", entryId: inserted } : cut;
  return { count, head: walk.head, fault, waiting };
}

/** From the first seal to the last or to the first that does not follow; whether a noted head was met. */
async function walkSeals(
  noted: string | undefined,
): Promise<Walked & { fault: JournalFault | null; isNoted: boolean }> {
  let walked: Walked = { count: 0, head: beforeAll };
  let isNoted = noted === beforeAll;
  for (;;) {
    const seals = await nextSeals(walked.count);
    for (const seal of seals) {
      const broken = brokenAt(walked, seal, sha256);
      if (broken) return { ...walked, fault: await named(broken, walked, seal), isNoted };
      walked = { count: walked.count + 1, head: seal.hash };
      isNoted ||= seal.hash === noted;
    }
    if (seals.length === 0) return { ...walked, fault: null, isNoted };
  }
}

/** The last seal: what somebody may note, to know later that nothing before it changed. */
export async function findSealHead(
  client: Tx = db,
): Promise<(Walked & { entryId: string }) | null> {
  const seal = await client.journalSeal.findFirst({ orderBy: { id: "desc" } });
  return seal && { count: Number(seal.id), head: seal.hash, entryId: String(seal.entryId) };
}

const sealsAtOnce = 5_000;

type SealRow = { sealId: string; entryId: string; hash: string } & {
  [Column in keyof SealedLine]: SealedLine[Column] | null;
};

async function nextSeals(after: number): Promise<SealToCheck[]> {
  const rows = await db.$queryRaw<SealRow[]>(Prisma.sql`
    SELECT s.id::text AS "sealId", s.entry_id::text AS "entryId", s.hash, ${lineColumns}
    FROM journal_seals s LEFT JOIN journal_entries e ON e.id = s.entry_id
    WHERE s.id > ${after} ORDER BY s.id LIMIT ${sealsAtOnce}`);
  return rows.map(({ sealId, entryId, hash, id, at, action, ...rest }) => ({
    ...{ id: sealId, entryId, hash },
    line: id !== null && at !== null && action !== null ? { id, at, action, ...rest } : null,
  }));
}

/** A line that no longer fits may be elsewhere, whole: looked for once, at the first fault. */
async function named(broken: BrokenSeal, walked: Walked, seal: SealToCheck): Promise<JournalFault> {
  if (broken.kind === "unsealed") return broken;
  const { entryId, hash } = seal;
  let after = "0";
  for (;;) {
    const lines = await db.$queryRaw<SealedLine[]>(Prisma.sql`
      SELECT ${lineColumns} FROM journal_entries e
      WHERE e.id > ${after}::bigint ORDER BY e.id LIMIT ${sealsAtOnce}`);
    const found = lines.find((line) =>
      [line, { ...line, id: entryId }].some(
        (candidate) => line.id !== entryId && sha256(sealText(walked.head, candidate)) === hash,
      ),
    );
    if (found) return { kind: "reordered", entryId, nowAt: found.id };
    const last = lines.at(-1);
    if (!last) return broken;
    after = last.id;
  }
}

/** The first line before the last sealed one that has no seal, or got one long after it was written. */
async function findInserted(at: Date): Promise<string | null> {
  const late = new Date(at.getTime() - sealedWithin);
  const [row] = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT e.id::text AS id FROM journal_entries e
    LEFT JOIN (
      SELECT entry_id, at, max(entry_id) OVER (ORDER BY id) AS reached FROM journal_seals
    ) s ON s.entry_id = e.id
    WHERE (s.entry_id IS NULL AND e.at < ${late}
        AND e.id < (SELECT max(entry_id) FROM journal_seals))
      OR (s.reached > e.id AND s.at - e.at > ${`${sealedWithin} milliseconds`}::interval)
    ORDER BY e.id LIMIT 1`);
  return row?.id ?? null;
}

async function countWaiting(at: Date): Promise<number> {
  const late = new Date(at.getTime() - sealedWithin);
  const [row] = await db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM journal_entries e
    WHERE e.at < ${late} AND e.id > coalesce((SELECT max(entry_id) FROM journal_seals), 0)`);
  return row?.count ?? 0;
}
