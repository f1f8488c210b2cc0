import { type Actor, personIdOf } from "@/lib/core/actor";

import type { Prisma, Tx } from "@/lib/infra/db";
import { readSignedText, signedText } from "@/lib/infra/signed-text";
import { proofMinutes } from "./schema";

/** People of a space: they belong to it, ask to, or have come or will come. */
export function peopleOfSpace(spaceId: string): Prisma.PersonWhereInput {
  return {
    erasedAt: null,
    OR: [
      { bookings: { some: { spaceId } } },
      { memberships: { some: { spaceId, state: { in: ["active", "requested"] } } } },
    ],
  };
}

type Proved = { spaceId: string; personId: string };

const purpose = "somebody named by their address";

/** What says, for half an hour, that this host named this person by their whole address, for that space. */
export function proofOf(actor: Actor, { spaceId, personId }: Proved, at: Date): string {
  const until = at.getTime() + proofMinutes * 60_000;
  return signedText(purpose, [personIdOf(actor), spaceId, personId, until].join(" "));
}

function isProof(actor: Actor, { spaceId, personId }: Proved, proof: string, at: Date): boolean {
  const [host, space, person, until] = readSignedText(purpose, proof)?.split(" ") ?? [];
  const isOfThem = host === personIdOf(actor) && space === spaceId && person === personId;
  return isOfThem && Number(until) > at.getTime();
}

/**
 * The person a host of the space may take a place for: one of its people, or named by their whole address
 * a moment ago; null for anybody else, as for nobody. The system may for all.
 */
export async function findTheirPerson(
  tx: Tx,
  actor: Actor,
  { proof, ...named }: Proved & { proof?: string | undefined },
  at: Date,
): Promise<{ id: string; email: string | null; locale: string } | null> {
  const isOpen = actor.kind === "system" || (proof && isProof(actor, named, proof, at));
  return tx.person.findFirst({
    where: { id: named.personId, ...(isOpen ? { erasedAt: null } : peopleOfSpace(named.spaceId)) },
    select: { id: true, email: true, locale: true },
  });
}
