import { type Actor, personIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/core/id";
import type { Prisma, Tx } from "@/lib/infra/db";
import { addJob } from "@/lib/infra/jobs";
import type { EventKey } from "../locks/commands";
import type { ChangeVerb } from "../schema";

export type NotedChange = {
  verb: ChangeVerb;
  at: Date;
  /** What told people should know changed: values before, by name. */
  before?: Prisma.InputJsonObject;
  reason?: string | null;
  /** Whether whoever is registered is told, once, by the job it leaves. */
  tells?: boolean;
};

/** Writes a line of the history of an event, in the transaction that changes it. */
export async function noteChange(
  tx: Tx,
  actor: Actor,
  { spaceId, id: eventId }: EventKey,
  { verb, at, before, reason = null, tells = false }: NotedChange,
): Promise<void> {
  const id = newId();
  const actorId = personIdOf(actor);
  const said = before ? { before } : {};
  await tx.eventChange.create({
    data: { id, spaceId, eventId, at, actorId, verb, reason, ...said },
  });
  // As the trigger `event_follows_room` does, when it is the room that changed.
  if (tells) {
    const key = `event change ${id}`;
    await addJob(tx, "tell_event_change", { spaceId, changeId: id }, { key });
  }
}
