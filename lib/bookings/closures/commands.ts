import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";
import { listSpaceIdsOf, lockHits, lockSpaces, type Settled, settleHits } from "../hits/commands";
import { markOf } from "../hits/queries";
import { decideOutcomes } from "../hits/rules";
import { longestSettling, mostHits } from "../hits/schema";
import { offerFreed } from "../offers/commands";
import { canCloseNetwork, canRunDay } from "../policy";
import {
  type ClosureTarget,
  closureOrAnnouncement,
  listBookingsHit,
  type PlannedClosure,
  planClosures,
} from "./queries";
import type {
  Announcement,
  ClosureIdInput,
  ClosureInput,
  ClosureRefusal,
  NetworkClosureInput,
} from "./schema";

/** `id` is the closure's, or the announcement's for a whole network. */
export type ClosureAnnounced = Settled & { id: string };

/**
 * Closes a space or one resource of it and, all at once, moves, cancels with the reason or keeps each
 * booking it hits, as answered about the list that was shown; each person is told. People already there
 * keep their place. Refuses every ClosureRefusal (`list_changed`: somebody booked, cancelled or took a
 * place proposed since). Hosts of the space; journalled.
 */
export async function announceClosure(
  actor: Actor,
  { slug, resourceId, ...announcement }: ClosureInput,
  at: Date = now(),
): Promise<Result<ClosureAnnounced, ClosureRefusal>> {
  return announce(actor, { slug, resourceId }, announcement, at);
}

/** The same for every space of the network at once, as one announcement; staff of the network. */
export async function announceNetworkClosure(
  actor: Actor,
  announcement: NetworkClosureInput,
  at: Date = now(),
): Promise<Result<ClosureAnnounced, ClosureRefusal>> {
  return announce(actor, "network", announcement, at);
}

async function announce(
  actor: Actor,
  target: ClosureTarget,
  announcement: Announcement,
  at: Date,
): Promise<Result<ClosureAnnounced, ClosureRefusal>> {
  return inTransaction<ClosureAnnounced, ClosureRefusal>(
    (tx) => announceIn(tx, actor, target, announcement, at),
    longestSettling,
  );
}

async function announceIn(
  tx: Tx,
  actor: Actor,
  target: ClosureTarget,
  announcement: Announcement,
  at: Date,
): Promise<Result<ClosureAnnounced, ClosureRefusal>> {
  const { when, reason, list, ...answers } = announcement;
  const places = Object.values(answers.places);
  const before = await planClosures(tx, actor, target, when, at);
  if (!before.ok) return before;
  const closing = before.value.map(({ space }) => space.id);
  await lockSpaces(tx, [...closing, ...(await listSpaceIdsOf(tx, places))]);
  // Read again: what was announced meanwhile counts.
  const planned = await planClosures(tx, actor, target, when, at);
  if (!planned.ok) return planned;
  await lockHits(tx, await listBookingsHit(tx, planned.value, at), places);
  const hits = await listBookingsHit(tx, planned.value, at);
  if (hits.length > mostHits) return refuse("too_many_hits");
  const isSame = markOf(hits) === list && planned.value.length === closing.length;
  const outcomes = isSame ? decideOutcomes(hits, answers) : refuse("list_changed" as const);
  if (!outcomes.ok) return outcomes;
  const { id, closureIds } = await writeClosures(tx, actor, target, planned.value, { reason, at });
  const settled = await settleHits(tx, actor, outcomes.value, {
    because: target !== "network" && target.resourceId ? "place_closes" : "space_closes",
    reason,
    closureOf: (hit) => closureIds.get(hit.spaceId) ?? null,
    at,
  });
  if (!settled.ok) return settled;
  await noteAnnouncement(tx, actor, planned.value, closureIds, { when, ...settled.value });
  return ok({ id, ...settled.value });
}

async function writeClosures(
  tx: Tx,
  actor: Actor,
  target: ClosureTarget,
  closures: PlannedClosure[],
  { reason, at }: { reason: string; at: Date },
): Promise<{ id: string; closureIds: Map<string, string> }> {
  const announcementId = target === "network" ? crypto.randomUUID() : null;
  const rows = closures.map(({ space, resourceId, during }) => ({
    id: crypto.randomUUID(),
    spaceId: space.id,
    resourceId,
    announcementId,
    ...during,
    reason,
    createdAt: at,
    createdBy: personIdOf(actor),
  }));
  await tx.closure.createMany({ data: rows });
  const closureIds = new Map(rows.map(({ spaceId, id }) => [spaceId, id]));
  return { id: announcementId ?? rows[0]?.id ?? "", closureIds };
}

async function noteAnnouncement(
  tx: Tx,
  actor: Actor,
  closures: PlannedClosure[],
  closureIds: Map<string, string>,
  after: Settled & { when: ClosureWhen },
): Promise<void> {
  for (const { space, resourceId } of closures) {
    const subjectId = closureIds.get(space.id) ?? null;
    await writeJournal(tx, {
      actor,
      action: "closure.announced",
      spaceId: space.id,
      subjectId,
      after: { ...after, resourceId },
    });
  }
}

export type StandingClosure = Interval & { id: string; spaceId: string; createdAt: Date };

/**
 * The closure of that id, or every closure of that announcement, less those withdrawn already; their
 * spaces and the others named are held alone. NotFound for who may not take it back: hosts for their
 * space, staff for the network's.
 */
export async function lockClosures(
  tx: Tx,
  actor: Actor,
  closureId: string,
  otherSpaceIds: string[] = [],
): Promise<StandingClosure[]> {
  const known = await readClosures(tx, closureId);
  const mayAll = known.every(({ spaceId, announcementId }) =>
    announcementId ? canCloseNetwork(actor) : canRunDay(actor, spaceId),
  );
  if (known.length === 0 || !mayAll) throw new NotFound();
  await lockSpaces(tx, [...known.map(({ spaceId }) => spaceId), ...otherSpaceIds]);
  const closures = await readClosures(tx, closureId);
  return closures.filter(({ withdrawnAt }) => withdrawnAt === null);
}

async function readClosures(tx: Tx, closureId: string) {
  return tx.closure.findMany({
    where: closureOrAnnouncement(closureId),
    select: {
      id: true,
      spaceId: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      announcementId: true,
      withdrawnAt: true,
    },
    orderBy: { spaceId: "asc" },
  });
}

/**
 * Says that these closures hold no longer, and offers what is free again to whoever waits; the journal is
 * the caller's.
 */
export async function writeWithdrawal(
  tx: Tx,
  actor: Actor,
  closures: StandingClosure[],
  at: Date,
): Promise<void> {
  for (const { id, spaceId, startsAt, endsAt } of closures) {
    await tx.closure.update({
      where: { spaceId_id: { spaceId, id } },
      data: { withdrawnAt: at, withdrawnBy: personIdOf(actor) },
    });
    await offerFreed(tx, spaceId, { startsAt, endsAt }, at);
  }
}

/** Opens again; bookings that were moved or cancelled stay so. Twice is the same as once. */
export async function withdrawClosure(
  actor: Actor,
  { closureId }: ClosureIdInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const standing = await lockClosures(tx, actor, closureId);
    await writeWithdrawal(tx, actor, standing, at);
    for (const { id, spaceId } of standing) {
      await writeJournal(tx, { actor, action: "closure.withdrawn", spaceId, subjectId: id });
    }
    return ok(null);
  });
}
