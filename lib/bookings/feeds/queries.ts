import { createHash } from "node:crypto";
import { z } from "zod";
import { type Actor, type PersonActor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { localeOf } from "@/lib/core/locale";
import { hashOfToken } from "@/lib/identity/commands";
import { findActor } from "@/lib/identity/queries";
import { now } from "@/lib/infra/clock";
import { db, Prisma } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";
import { type FeedRow, type FeedTerms, feedEntryOf, feedWindow, mostEntries } from "./rules";
import { type Feed, feedTokenInput } from "./schema";

/** What a token of a calendar address opens. */
export type FeedAccess = {
  tokenHash: string;
  owner: PersonActor;
  /** Null = the owner's own bookings. */
  space: { id: string; slug: string; name: string } | null;
  busyOnly: boolean;
};

/**
 * What that token opens at this very request; null when unknown, revoked, or when its maker has left or
 * no longer runs the space. It is found by its hash, so nothing of the time taken tells how close a guess was.
 */
export async function findFeedAccess(token: string): Promise<FeedAccess | null> {
  if (!feedTokenInput.safeParse(token).success) return null;
  const tokenHash = hashOfToken(token);
  const row = await db.feedToken.findUnique({
    where: { tokenHash, revokedAt: null },
    select: { personId: true, spaceId: true, busyOnly: true, createdBy: true },
  });
  const owner = row ? await findActor(row.createdBy) : null;
  if (!row || !owner) return null;
  const { spaceId, busyOnly } = row;
  if (!spaceId)
    return row.personId === owner.personId ? { tokenHash, owner, space: null, busyOnly } : null;
  if (!canRunDay(owner, spaceId)) return null;
  const space = await db.space.findUnique({
    where: { id: spaceId },
    select: { id: true, slug: true, name: true },
  });
  return space ? { tokenHash, owner, space, busyOnly } : null;
}

/** The bookings that address tells, as they are at that instant, and whose a host reads by name; two queries at most. */
export async function readFeed(
  access: FeedAccess,
  at: Date = now(),
): Promise<Feed & { people: string[] }> {
  const { owner, space, busyOnly } = access;
  const origin = env().NEXTAUTH_URL;
  const rows = space
    ? await listRows(Prisma.sql`b.space_id = ${space.id}::uuid`, at)
    : [
        ...(await listRows(Prisma.sql`b.person_id = ${owner.personId}::uuid`, at)),
        ...(await listGivenBySwap(owner.personId, at)),
      ];
  const terms: FeedTerms = { scope: space ? "space" : "member", busyOnly, origin, anonymousId };
  return {
    busyOnly,
    locale: localeOf(owner.locale),
    spaceName: space?.name ?? null,
    page: space ? `${origin}/hote/${space.slug}/agenda` : `${origin}/mon-espace/agenda`,
    people: space && !busyOnly ? rows.flatMap(({ personId }) => personId ?? []) : [],
    entries: rows.slice(0, mostEntries).flatMap((row) => feedEntryOf(row, terms, at) ?? []),
  };
}

/** A booking's number also tells when it was made: a feed without names has another. */
function anonymousId(bookingId: string): string {
  return createHash("sha256").update(`busy ${bookingId}`).digest("hex").slice(0, 32);
}

const rowColumns = Prisma.sql`
  b.id, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.state, b.lapses_at AS "lapsesAt", b.sequence,
  b.created_at AS "createdAt", b.ended_at AS "endedAt", b.end_reason AS "endReason", b.guest_name AS "guestName",
  (SELECT max(c.at) FROM booking_changes c WHERE c.space_id = b.space_id AND c.booking_id = b.id) AS "changedAt",
  b.person_id AS "personId", p.name AS "personName", r.name AS "resourceName", s.name AS "spaceName", s.slug AS "spaceSlug", s.street,
  s.postal_code AS "postalCode", m.name AS "communeName", s.time_zone AS "timeZone"`;

type PersonalRow = FeedRow & { personId: string | null };

const rowTables = Prisma.sql`
  bookings b
  JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
  JOIN spaces s ON s.id = b.space_id
  JOIN communes m ON m.insee = s.commune_insee
  LEFT JOIN persons p ON p.id = b.person_id`;

/** Those coming first, soonest first, then those past, latest first: what is left out is the furthest. */
async function listRows(whose: Prisma.Sql, at: Date): Promise<PersonalRow[]> {
  const { from, until, endedSince } = feedWindow(at);
  return db.$queryRaw<PersonalRow[]>(Prisma.sql`
    SELECT ${rowColumns}, NULL::timestamptz AS "swappedAt"
    FROM ${rowTables}
    WHERE ${whose} AND b.starts_at >= ${from} AND b.starts_at < ${until}
      AND (b.state IN ('requested', 'held', 'confirmed') OR b.ended_at >= ${endedSince})
    ORDER BY b.ends_at < ${at}, abs(extract(epoch FROM b.starts_at - ${at}::timestamptz)), b.id
    LIMIT ${mostEntries}`);
}

const momentBefore = z.object({ startsAt: z.coerce.date(), endsAt: z.coerce.date() });

/** Bookings this person gave by a swap: still told as ended, at the hours they had then and nothing newer. */
async function listGivenBySwap(personId: string, at: Date): Promise<PersonalRow[]> {
  const { endedSince } = feedWindow(at);
  const rows = await db.$queryRaw<(PersonalRow & { movedFrom: unknown })[]>(Prisma.sql`
    SELECT DISTINCT ON (b.id) ${rowColumns}, g.at AS "swappedAt",
      (SELECT n.before FROM booking_changes n
       WHERE n.space_id = b.space_id AND n.booking_id = b.id AND n.at > g.at AND n.before ? 'startsAt'
       ORDER BY n.at LIMIT 1) AS "movedFrom"
    FROM booking_changes g JOIN ${rowTables} ON b.space_id = g.space_id AND b.id = g.booking_id
    WHERE g.verb = 'swap' AND g.at >= ${endedSince} AND g.before ->> 'personId' = ${personId}
      AND b.person_id IS DISTINCT FROM ${personId}::uuid
    ORDER BY b.id, g.at DESC`);
  return rows.map(({ movedFrom, ...row }) => {
    const then = momentBefore.safeParse(movedFrom);
    return then.success ? { ...row, ...then.data } : row;
  });
}

export type FeedMade = {
  /** Names the feed; opens nothing. */
  feed: string;
  busyOnly: boolean;
  createdAt: Date;
  usedAt: Date | null;
  /** Made by whoever reads the list: a new one of theirs would replace it. */
  isOwn: boolean;
  /** First name of who made it, when it may be somebody else. */
  maker: string | null;
};

/** The member's own calendar addresses in force, never what opens them. */
export async function listOwnFeeds(actor: PersonActor): Promise<FeedMade[]> {
  const rows = await db.feedToken.findMany({
    where: { personId: actor.personId, revokedAt: null },
    select: { tokenHash: true, busyOnly: true, createdAt: true, usedAt: true },
    orderBy: { busyOnly: "asc" },
  });
  return rows.map(({ tokenHash, ...row }) => ({
    feed: tokenHash,
    ...row,
    isOwn: true,
    maker: null,
  }));
}

/** The addresses of a space in force, whoever of its hosts made them; NotFound for whoever does not run it. */
export async function listSpaceFeeds(actor: Actor, slug: string): Promise<FeedMade[]> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const rows = await db.feedToken.findMany({
    where: { spaceId: space.id, revokedAt: null },
    select: { tokenHash: true, busyOnly: true, createdAt: true, usedAt: true, createdBy: true },
    orderBy: [{ busyOnly: "asc" }, { createdAt: "asc" }],
  });
  const makers = await db.person.findMany({
    where: { id: { in: rows.map((row) => row.createdBy) } },
    select: { id: true, name: true },
  });
  return rows.map(({ tokenHash, createdBy, ...row }) => {
    const name = makers.find(({ id }) => id === createdBy)?.name ?? null;
    const isOwn = createdBy === personIdOf(actor);
    return { feed: tokenHash, ...row, isOwn, maker: name?.split(" ")[0] ?? null };
  });
}
