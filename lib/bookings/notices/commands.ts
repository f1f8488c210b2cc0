import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { BookingPayload, NotificationKind } from "@/lib/notifications/schema";
import { cancellableUntil } from "../rules";
import { bookingNotice } from "./rules";

export type BookingNoticeKind = Extract<NotificationKind, `booking-${string}`>;

/**
 * Tells the member of a booking, in the transaction that changed it. Silent for a walk-in known by a
 * first name and for a person without e-mail. `before` is where it was, when it moved. Takes no actor: the command that calls it has decided.
 */
export async function notifyOfBooking(
  tx: Tx,
  kind: BookingNoticeKind,
  bookingId: string,
  said: { before?: BookingPayload["before"] } = {},
): Promise<void> {
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      day: true,
      sequence: true,
      endReason: true,
      createdAt: true,
      person: { select: { id: true, email: true, locale: true, name: true } },
      resource: {
        select: {
          name: true,
          cancelNoticeMinutes: true,
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
    {
      ...space,
      cancelNoticeMinutes: resource.cancelNoticeMinutes,
      calendar: { timeZone: space.timeZone },
    },
    { ...booking, day: dayFromColumn(booking.day) },
  );
  await notify(tx, {
    kind,
    personId: person.id,
    email: person.email,
    locale: person.locale,
    payload: {
      ...said,
      ...bookingNotice({
        ...booking,
        bookingId: booking.id,
        resourceName: resource.name,
        reason: booking.endReason,
        cancelUntil,
        space: { ...space, communeName: space.commune.name },
        origin: env().NEXTAUTH_URL,
      }),
    },
  });
}
