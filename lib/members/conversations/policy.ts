import type { Actor, PersonActor } from "@/lib/core/actor";

export type ConversationMembers = { starterId: string; otherId: string };

/** Anybody signed in writes to other members. */
export function canWrite(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}

/** A conversation is read and gone on with by its two people, by nobody else: staff and hosts neither. */
export function canReadConversation(
  actor: Actor,
  { starterId, otherId }: ConversationMembers,
): actor is PersonActor {
  return actor.kind === "person" && [starterId, otherId].includes(actor.personId);
}
