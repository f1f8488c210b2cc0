import { holdSpace } from "@/lib/bookings/holds/commands";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { writeJournal } from "@/lib/identity/journal/commands";
import type { Tx } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { lockEvent } from "../locks/commands";
import { canDo, type eventRights, namedToLead } from "../policy";

export type HeldEvent = Awaited<ReturnType<typeof holdEvent>>["event"];

/**
 * An event that somebody is about to change, with its space: nobody books, closes or registers there until
 * the transaction ends. NotFound for whoever may not do that, and for an unknown one.
 */
export async function holdEvent(
  tx: Tx,
  actor: Actor,
  what: keyof typeof eventRights,
  eventId: string,
  at: Date,
) {
  const found = await tx.event.findFirst({
    where: { id: eventId },
    select: {
      spaceId: true,
      createdBy: true,
      state: true,
      space: { select: { slug: true } },
      speakers: namedToLead,
    },
  });
  if (!found) throw new NotFound();
  if (!canDo(actor, what, found)) throw new NotFound();
  const space = await holdSpace(tx, found.space.slug, at);
  const event = await lockEvent(tx, { spaceId: space.id, id: eventId });
  return { space, event };
}

/** The space in which somebody is about to make one, held alone; NotFound for whoever may not. */
export async function holdSpaceToCreate(
  tx: Tx,
  actor: Actor,
  slug: string,
  at: Date,
): Promise<Space> {
  const { id: spaceId } = await getSpaceBySlug(slug, tx);
  if (!canDo(actor, "create", { spaceId })) throw new NotFound();
  return holdSpace(tx, slug, at);
}

/** A line of the journal when a host or staff changes what somebody else wrote. */
export async function noteInJournal(
  tx: Tx,
  actor: Actor,
  { id, spaceId, createdBy }: { id: string; spaceId: string; createdBy: string | null },
  action:
    | "event.edited"
    | "event.published"
    | "event.cancelled"
    | "event.reopened"
    | "event.accepted"
    | "event.refused",
  reason?: string | null,
): Promise<void> {
  if (actor.kind !== "person" || createdBy === actor.personId) return;
  const line = { actor, action, spaceId, subjectId: id };
  await writeJournal(tx, { ...line, ...(reason ? { after: { reason } } : {}) });
}
