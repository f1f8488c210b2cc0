import type { Actor } from "@/lib/core/actor";
import { addDays, homeTimeZone, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, Prisma } from "@/lib/infra/db";
import { canReadJournal } from "./policy";
import { type JournalFilters, linesOfAPage } from "./schema";

export type JournalLineView = {
  /** Its number, in the order lines were written. */
  id: string;
  at: Date;
  /** Null = a job. */
  actor: { personId: string; name: string | null } | null;
  action: string;
  spaceName: string | null;
  /** The person it is about, when it is about one. */
  subject: { personId: string; name: string | null } | null;
  before: unknown;
  after: unknown;
  requestId: string | null;
};

export type JournalPage = {
  lines: JournalLineView[];
  /** The line to go on before; null when there is nothing more. */
  next: string | null;
};

/**
 * Lines of the journal that answer these filters, the latest first, by page of fifty unless told. Nobody
 * has that address: no line. NotFound for whoever is not staff.
 */
export async function listJournal(
  actor: Actor,
  filters: JournalFilters,
  most: number = linesOfAPage,
): Promise<JournalPage> {
  if (!canReadJournal(actor)) throw new NotFound();
  const personId = filters.personne ? await findPersonId(filters.personne) : null;
  if (filters.personne && !personId) return { lines: [], next: null };
  const rows = await db.$queryRaw<JournalRow[]>(Prisma.sql`
    SELECT j.id::text AS id, j.at, j.actor_id AS "actorId", a.name AS "actorName", j.action,
      s.name AS "spaceName", j.subject_id AS "subjectId", j.before, j.after,
      j.request_id AS "requestId"
    FROM journal_entries j
    LEFT JOIN persons a ON a.id = j.actor_id
    LEFT JOIN spaces s ON s.id = j.space_id
    WHERE ${Prisma.join(conditionsOf(filters, personId), " AND ")}
    ORDER BY j.id DESC LIMIT ${most + 1}`);
  const shown = rows.slice(0, most);
  const subjects = await namesOf(shown.flatMap(({ subjectId }) => subjectId ?? []));
  return {
    lines: shown.map((row) => viewOf(row, subjects)),
    next: rows.length > most ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Who has that address now, for the journal itself: it keeps numbers, no address. No check. */
export async function findPersonId(email: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { email }, select: { id: true } });
  return person?.id ?? null;
}

type JournalRow = {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  action: string;
  spaceName: string | null;
  subjectId: string | null;
  before: unknown;
  after: unknown;
  requestId: string | null;
};

function conditionsOf(filters: JournalFilters, personId: string | null): Prisma.Sql[] {
  const { lieu, action, du, au, avant } = filters;
  const conditions = [Prisma.sql`true`];
  if (lieu) conditions.push(Prisma.sql`s.slug = ${lieu}`);
  if (action) conditions.push(Prisma.sql`j.action = ${action}`);
  if (du) conditions.push(Prisma.sql`j.at >= ${instantAt(du, 0, homeTimeZone)}`);
  if (au) conditions.push(Prisma.sql`j.at < ${instantAt(addDays(au, 1), 0, homeTimeZone)}`);
  if (avant) conditions.push(Prisma.sql`j.id < ${avant}::bigint`);
  if (personId) {
    conditions.push(Prisma.sql`(j.actor_id = ${personId}::uuid OR j.subject_id = ${personId}
      OR (j.action = 'people.viewed' AND j.after -> 'people' ? ${personId}))`);
  }
  return conditions;
}

const personNumber = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Names of those subjects that are people. */
async function namesOf(subjectIds: string[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(subjectIds)].filter((id) => personNumber.test(id));
  const people = await db.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

function viewOf(row: JournalRow, subjects: Map<string, string | null>): JournalLineView {
  const { actorId, actorName, subjectId, ...line } = row;
  const isPerson = subjectId !== null && subjects.has(subjectId);
  return {
    ...line,
    actor: actorId ? { personId: actorId, name: actorName } : null,
    subject: isPerson ? { personId: subjectId, name: subjects.get(subjectId) ?? null } : null,
  };
}
