import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/infra/db";
import { lockEvent } from "../../locks/commands";
import { decidedEvent } from "../../minimums/queries";
import { serveLine } from "../../offers/commands";
import { type RegistrationKey, readRegistrationToken } from "../links/queries";

/**
 * A registration with its event, whose row is held until the transaction ends, its line settled as of that
 * instant: an offer that has ended is over, and an event short of people cancelled, whether or not a job
 * ran. NotFound.
 */
export async function holdRegistration(tx: Tx, { spaceId, id }: RegistrationKey, at: Date) {
  const where = { spaceId_id: { spaceId, id } };
  const found = await tx.eventRegistration.findUnique({ where, select: { eventId: true } });
  if (!found) throw new NotFound();
  const event = await decidedEvent(tx, await lockEvent(tx, { spaceId, id: found.eventId }), at);
  const room = await serveLine(tx, event, at);
  const registration = await tx.eventRegistration.findUniqueOrThrow({
    where,
    include: { attendees: { where: { withdrawnAt: null }, orderBy: { position: "asc" } } },
  });
  return { event, room, registration };
}

export type Held = Awaited<ReturnType<typeof holdRegistration>>;

/** The same by the link of its mails. NotFound for a link we did not write. */
export async function holdByLink(tx: Tx, token: string, at: Date): Promise<Held> {
  return holdRegistration(tx, readRegistrationToken(token), at);
}
