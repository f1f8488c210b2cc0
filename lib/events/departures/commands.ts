import { Prisma, type Tx } from "@/lib/infra/db";
import { lockEvent } from "../locks/commands";
import { serveLine } from "../offers/commands";

/**
 * Takes somebody who leaves the network off every event to come, in the line or with seats, which are
 * offered to who waits; nothing of who it was stays with it. After `giveBackEverything`, which holds their
 * spaces. Takes a decided caller: no right is asked for.
 */
export async function leaveEvents(tx: Tx, personId: string, at: Date): Promise<void> {
  const rows = await tx.eventRegistration.findMany({
    where: {
      personId,
      state: { in: ["confirmed", "waiting", "offered"] },
      event: { startsAt: { gt: at } },
    },
    select: { spaceId: true, eventId: true },
    orderBy: [{ spaceId: "asc" }, { eventId: "asc" }],
  });
  for (const { spaceId, eventId } of rows) {
    const event = await lockEvent(tx, { spaceId, id: eventId });
    await serveLine(tx, event, at);
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
}
