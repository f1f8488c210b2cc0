import type { Actor } from "@/lib/core/actor";
import { HandedOver, NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/infra/db";

/**
 * What to throw at whoever may not say a verb of a booking: HandedOver when it was theirs until they
 * exchanged it, NotFound for everybody else. Whose it is now stays unsaid.
 */
export async function notTheirs(client: Tx, actor: Actor, bookingId: string): Promise<NotFound> {
  if (actor.kind !== "person") return new NotFound();
  const before = { path: ["personId"], equals: actor.personId };
  const exchanged = await client.booking.count({
    where: { id: bookingId, changes: { some: { verb: "swap", before } } },
  });
  return exchanged > 0 ? new HandedOver() : new NotFound();
}
