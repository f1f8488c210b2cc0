import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { type ImportProblem, importProblems } from "./schema";

export type ImportView = {
  id: string;
  name: string;
  resourceName: string;
  /** The site it is read from; the rest of the address may be a secret. */
  host: string;
  /** Of the last good copy. */
  fetchedAt: Date | null;
  problem: ImportProblem | null;
  /** Busy times that are not over. */
  blocksAhead: number;
};

/** A booking of ours on a time that an outside calendar calls busy. */
export type ImportConflict = Interval & {
  bookingId: string;
  personId: string | null;
  name: string;
  resourceName: string;
  importName: string;
};

export type HostImports = {
  space: Space;
  imports: ImportView[];
  /** Soonest first, at most a hundred. */
  conflicts: ImportConflict[];
};

export const mostConflicts = 100;

/**
 * The outside calendars of a space with what they disturb: bookings that stand all the same, for ours is
 * the source of truth. NotFound for whoever does not run the space.
 */
export async function getHostImports(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<HostImports> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const [rows, conflicts] = await Promise.all([
    db.calendarImport.findMany({
      where: { spaceId: space.id, removedAt: null },
      select: {
        id: true,
        name: true,
        url: true,
        fetchedAt: true,
        lastError: true,
        resource: { select: { name: true } },
        _count: { select: { blocks: { where: { endsAt: { gt: at } } } } },
      },
      orderBy: { createdAt: "asc" },
    }),
    listConflicts(space.id, at),
  ]);
  const imports = rows.map(({ id, name, url, fetchedAt, lastError, resource, _count }) => ({
    ...{ id, name, fetchedAt },
    resourceName: resource.name,
    host: URL.canParse(url) ? new URL(url).host : "",
    problem: importProblems.find((problem) => problem === lastError) ?? null,
    blocksAhead: _count.blocks,
  }));
  return { space, imports, conflicts };
}

/** A room and its parts keep each other: what meets is the places held, as in `booking_no_overlap`. */
async function listConflicts(spaceId: string, at: Date): Promise<ImportConflict[]> {
  return db.$queryRaw<ImportConflict[]>(Prisma.sql`
    SELECT b.id AS "bookingId", b.starts_at AS "startsAt", b.ends_at AS "endsAt", r.name AS "resourceName",
      b.person_id AS "personId", coalesce(p.name, b.guest_name, '') AS name, min(i.name) AS "importName"
    FROM busy_blocks k
    JOIN calendar_imports i ON i.space_id = k.space_id AND i.id = k.import_id AND i.removed_at IS NULL
    JOIN resources busy ON busy.space_id = k.space_id AND busy.id = k.resource_id
    JOIN bookings b ON b.space_id = k.space_id AND b.places && busy.places
      AND b.during && tstzrange(k.starts_at, k.ends_at, '[)') AND b.state IN ('confirmed', 'held')
    JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    LEFT JOIN persons p ON p.id = b.person_id
    WHERE k.space_id = ${spaceId}::uuid AND k.ends_at > ${at} AND b.ends_at > ${at}
      AND (b.lapses_at IS NULL OR b.lapses_at > ${at})
    GROUP BY b.space_id, b.id, r.name, p.name
    ORDER BY b.starts_at, b.id
    LIMIT ${mostConflicts}`);
}
