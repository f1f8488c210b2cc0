import type { Tx } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { recheckMessages } from "@/lib/members/rechecks/queries";
import type { Recheck, Told } from "@/lib/notifications/rechecks/queries";
import { notificationPayloads } from "@/lib/notifications/schema";
import { readCoPresences } from "../co-presences/queries";
import { stateAt } from "../states/rules";

/**
 * What of a mail about bookings is still true when it is sent: a reminder of a booking that stands as it
 * was told; of those who could help, the ones still met; thanks of somebody no block hides since; of
 * others what recheckMessages says.
 */
export const recheckBookings: Recheck = async (tx, told, at) => {
  switch (told.kind) {
    case "booking-reminder":
      return (await isAsTold(tx, told, at)) ? told.payload : null;
    case "co-presence":
      return stillMet(tx, told, at);
    case "thanks-received": {
      // Emptied once its mail has left, for a push that comes after.
      const thanks = notificationPayloads["thanks-received"].safeParse(told.payload).data;
      const hidden = told.personId ? await listHiddenPeople(told.personId, tx) : [];
      return thanks && hidden.includes(thanks.fromId) ? null : told.payload;
    }
    default:
      return recheckMessages(tx, told, at);
  }
};

/** Sure, of the same person, neither moved nor begun. */
async function isAsTold(tx: Tx, { personId, payload }: Told, at: Date): Promise<boolean> {
  const { bookingId, sequence } = notificationPayloads["booking-reminder"].parse(payload);
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: { personId: true, state: true, lapsesAt: true, startsAt: true, sequence: true },
  });
  if (!booking || booking.personId !== personId || booking.startsAt <= at) return false;
  return stateAt(booking, at) === "confirmed" && booking.sequence === sequence;
}

async function stillMet(tx: Tx, { personId, payload }: Told, at: Date): Promise<unknown> {
  // Emptied once its mail has left, for a push that comes after: it names nobody.
  const told = notificationPayloads["co-presence"].safeParse(payload).data;
  if (!told) return payload;
  const met = personId ? await readCoPresences(tx, personId, at) : [];
  const matches = told.matches.filter(({ otherId, day }) =>
    met.some((one) => one.personId === otherId && one.day === day),
  );
  return matches.length > 0 ? { ...told, matches } : null;
}
