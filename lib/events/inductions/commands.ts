import type { Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { expiryOf } from "@/lib/members/habilitations/rules";
import type { EventKey } from "../locks/commands";

/**
 * Gives what an induction grants to everybody ticked present who has an account, from the event's end for
 * as long as it holds, and takes it back from whoever no longer is; what a host took back by hand stays
 * so. Twice is the same as once. In the transaction that ticks, the event held; no check.
 */
export async function grantInduction(tx: Tx, { spaceId, id }: EventKey, at: Date): Promise<void> {
  const event = await tx.event.findUniqueOrThrow({
    where: { spaceId_id: { spaceId, id } },
    select: { endsAt: true, space: { select: { timeZone: true } }, habilitation: true },
  });
  const { habilitation } = event;
  if (!habilitation || habilitation.withdrawnAt) return;
  const present = await listPresent(tx, { spaceId, id });
  const standing = { habilitationId: habilitation.id, eventId: id, revokedBy: null };
  // One after the other in one order: two inductions with the same people wait in no circle.
  for (const personId of present) await lockAlone(tx, `habilitations ${personId}`);
  await tx.habilitationGrant.updateMany({
    where: { ...standing, revokedAt: null, personId: { notIn: present } },
    data: { revokedAt: at },
  });
  const expiresAt = expiryOf(habilitation, event.endsAt, event.space.timeZone);
  await tx.habilitationGrant.createMany({
    data: present.map((personId) => ({
      ...{ habilitationId: habilitation.id, personId, eventId: id },
      ...{ grantedAt: at, expiresAt },
    })),
    skipDuplicates: true,
  });
  await tx.habilitationGrant.updateMany({
    where: { ...standing, personId: { in: present } },
    data: { revokedAt: null, expiresAt },
  });
}

/**
 * People with an account who registered themselves and were ticked by who welcomed them: having said by
 * the poster that one is there is no proof. Companions have no account, nor has whoever was ticked under
 * another name than the registration's: they come instead.
 */
async function listPresent(tx: Tx, { spaceId, id }: EventKey): Promise<string[]> {
  const rows = await tx.eventAttendee.findMany({
    where: {
      ...{ spaceId, eventId: id, position: 0, withdrawnAt: null, presentAt: { not: null } },
      markedBy: { not: null },
      registration: { person: { erasedAt: null } },
    },
    select: { name: true, registration: { select: { name: true, personId: true } } },
  });
  const present = rows.flatMap(({ name, registration }) =>
    registration?.personId && registration.name === name ? [registration.personId] : [],
  );
  return [...new Set(present)].sort();
}
