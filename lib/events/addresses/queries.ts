import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/infra/db";
import type { EventKey } from "../locks/commands";
import { canDo, type eventRights, namedToLead } from "../policy";

/** The last part of the address of an event, with that of its space where the page says it. */
export type EventAddressed = { slug: string; space?: string };

/** The event at that address, for whoever may do that about it; NotFound for anybody else, and for none. */
export async function findEventFor(
  client: Tx,
  actor: Actor,
  what: keyof typeof eventRights,
  { slug, space }: EventAddressed,
): Promise<EventKey> {
  const found = await client.event.findFirst({
    where: { slug, ...(space === undefined ? {} : { space: { slug: space } }) },
    select: {
      id: true,
      spaceId: true,
      createdBy: true,
      state: true,
      speakers: namedToLead,
    },
  });
  if (!found || !canDo(actor, what, found)) throw new NotFound();
  return { spaceId: found.spaceId, id: found.id };
}
