import type { Actor } from "@/lib/core/actor";

/** Only the two read a thanks: no host, no staff, nobody counts them. */
export function canReadThanks(actor: Actor, thanks: { fromId: string; toId: string }): boolean {
  return (
    actor.kind === "person" && [thanks.fromId, thanks.toId].some((id) => id === actor.personId)
  );
}
