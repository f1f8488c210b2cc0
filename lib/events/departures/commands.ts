import { systemActor } from "@/lib/core/actor";
import { Prisma, type Tx } from "@/lib/infra/db";
import { noteChange } from "../changes/commands";
import { freezeFirstTimesOf } from "../first-timers/commands";
import { lockEvent } from "../locks/commands";
import { serveLine } from "../offers/commands";
import { emailKey } from "../registrations/rules";

/**
 * Takes somebody who leaves the network off every event to come, in the line or with seats, which are
 * offered to who waits; nothing of who it was stays with it, nor with what they registered by their mail
 * address without signing in; what they proposed is withdrawn. After `giveBackEverything`, which holds their
 * spaces. Takes a decided caller: no right is asked for.
 */
export async function leaveEvents(tx: Tx, personId: string, at: Date): Promise<void> {
  const visits = await visitsOf(tx, personId);
  const emailKeys = visits.map((visit) => visit.emailKey);
  await freezeFirstTimesOf(tx, { personId, emailKeys });
  const rows = await tx.eventRegistration.findMany({
    where: {
      OR: [{ personId }, ...visits],
      state: { in: ["confirmed", "waiting", "offered"] },
      event: { startsAt: { gt: at } },
    },
    select: { spaceId: true, eventId: true },
    orderBy: [{ spaceId: "asc" }, { eventId: "asc" }],
  });
  for (const { spaceId, eventId } of rows) {
    const event = await lockEvent(tx, { spaceId, id: eventId });
    await serveLine(tx, event, at);
    for (const visit of visits) {
      await tx.eventRegistration.updateMany({
        where: { ...visit, spaceId, eventId },
        data: { personId },
      });
    }
    await tx.$executeRaw(Prisma.sql`
      UPDATE event_attendees SET name = NULL WHERE space_id = ${spaceId}::uuid AND registration_id IN (
        SELECT id FROM event_registrations WHERE space_id = ${spaceId}::uuid
          AND event_id = ${eventId}::uuid AND person_id = ${personId}::uuid)`);
    // Ended at the instant somebody left, it would lead from the past to who it was: it is nobody's.
    await tx.eventRegistration.updateMany({
      where: { spaceId, eventId, personId },
      data: {
        ...{ state: "cancelled", offerUntil: null, endedAt: at, personId: null },
        ...{ name: "", email: null, emailKey: null, answers: {}, createdBy: null, endedBy: null },
      },
    });
    await serveLine(tx, event, at);
  }
  for (const visit of visits) await forgetVisit(tx, visit);
  await withdrawProposals(tx, personId, at);
}

/** What they proposed and nobody has answered: there is nobody left to accept. */
async function withdrawProposals(tx: Tx, personId: string, at: Date): Promise<void> {
  const proposed = await tx.event.findMany({
    where: { createdBy: personId, state: "proposed" },
    select: { spaceId: true, id: true },
    orderBy: [{ spaceId: "asc" }, { id: "asc" }],
  });
  for (const key of proposed) {
    const { state, spaceId, id } = await lockEvent(tx, key);
    if (state !== "proposed") continue;
    await tx.event.update({
      where: { spaceId_id: { spaceId, id } },
      data: { state: "withdrawn", endedAt: at },
    });
    await noteChange(tx, systemActor("erasure"), key, { verb: "withdrawn", at });
  }
}

type Visit = { personId: null; source: "self"; emailKey: string };

/** Registrations of a visitor with the mailbox of that account: none, or those of the one mailbox. */
async function visitsOf(tx: Tx, personId: string): Promise<Visit[]> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { email: true } });
  return person?.email
    ? [{ personId: null, source: "self", emailKey: emailKey(person.email) }]
    : [];
}

/** What is past, or has ended, stays counted without a name. */
async function forgetVisit(tx: Tx, visit: Visit): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE event_attendees a SET name = NULL FROM event_registrations r
    WHERE r.space_id = a.space_id AND r.id = a.registration_id
      AND r.person_id IS NULL AND r.source = 'self' AND r.email_key = ${visit.emailKey}`);
  await tx.eventRegistration.updateMany({
    where: visit,
    data: { name: "", email: null, emailKey: null, answers: {}, endReason: null },
  });
}
