import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import { cancellableUntil } from "../rules";

/**
 * Tells the member of a booking, in the transaction that changed it. Silent for a walk-in known by a
 * first name and for a person without e-mail. Takes no actor: the command that calls it has decided.
 */
export async function notifyOfBooking(
  tx: Tx,
  kind: "booking-confirmed" | "booking-cancelled" | "booking-closed",
  bookingId: string,
): Promise<void> {
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      day: true,
      sequence: true,
      cancelReason: true,
      createdAt: true,
      person: { select: { id: true, email: true, locale: true, name: true } },
      resource: {
        select: {
          name: true,
          space: {
            select: {
              name: true,
              slug: true,
              street: true,
              postalCode: true,
              timeZone: true,
              cancelDaysBefore: true,
              cancelUntilMinute: true,
              commune: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  if (!booking) throw new NotFound();
  const { person, resource } = booking;
  if (!person?.email) return;
  const { space } = resource;
  const cancelUntil = cancellableUntil(
    { ...space, calendar: { timeZone: space.timeZone } },
    { day: dayFromColumn(booking.day), createdAt: booking.createdAt },
  );
  await notify(tx, {
    kind,
    personId: person.id,
    email: person.email,
    locale: person.locale,
    payload: {
      bookingId: booking.id,
      resourceName: resource.name,
      spaceName: space.name,
      address: `${space.street}, ${space.postalCode} ${space.commune.name}`,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      timeZone: space.timeZone,
      sequence: booking.sequence,
      reason: booking.cancelReason,
      cancelUntil: cancelUntil.toISOString(),
      url: `${env().NEXTAUTH_URL}/mon-espace/reservations/${booking.id}`,
    },
  });
}
