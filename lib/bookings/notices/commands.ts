import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { listHostsOf } from "@/lib/identity/queries";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { BookingPayload, NotificationKind } from "@/lib/notifications/schema";
import { listAlternativesTo } from "../alternatives/queries";
import { cancellableUntil } from "../rules";
import { alternativeNotice, bookingNotice } from "./rules";

export type BookingNoticeKind = Exclude<
  Extract<NotificationKind, `booking-${string}`>,
  "booking-offered" | "booking-reminder"
>;

/**
 * Tells the member of a booking, in the transaction that changed it. Silent for a walk-in known by a
 * first name and for a person without e-mail. `before` is where it was, when it moved; `because` what
 * made it end, move or stay. Takes no actor: the command that calls it has decided.
 */
export async function notifyOfBooking(
  tx: Tx,
  kind: BookingNoticeKind,
  bookingId: string,
  said: Pick<BookingPayload, "before" | "reason" | "because" | "alternatives"> = {},
): Promise<void> {
  const { person, payload } = await readNotice(tx, bookingId);
  if (!person?.email) return;
  const { id: personId, email, locale } = person;
  await notify(tx, { kind, personId, email, locale, payload: { ...payload, ...said } });
}

/** Reminds the member of a booking, once for that key; silent like `notifyOfBooking`. */
export async function remindOfBooking(
  tx: Tx,
  bookingId: string,
  onceKey: string,
  at: Date,
): Promise<void> {
  const { person, payload } = await readNotice(tx, bookingId);
  if (!person?.email) return;
  const { id: personId, email, locale } = person;
  const told = { kind: "booking-reminder" as const, personId, email, locale, payload, onceKey };
  await notify(tx, told, at);
}

/**
 * Tells whoever asked that nobody answered in time, with what is free instead as that transaction sees
 * it; to be called last, once whoever waits was served.
 */
export async function notifyOfLapsedRequest(tx: Tx, bookingId: string, at: Date): Promise<void> {
  const alternatives = await listAlternativesTo(tx, bookingId, at);
  const origin = env().NEXTAUTH_URL;
  await notifyOfBooking(tx, "booking-lapsed", bookingId, {
    alternatives: alternatives.map((place) => alternativeNotice(place, origin)),
  });
}

/** Tells the hosts of its space that a request waits for them, in the transaction that made it. */
export async function notifyHostsOfRequest(tx: Tx, bookingId: string): Promise<void> {
  const { spaceId, slug, payload } = await readNotice(tx, bookingId);
  const url = `${env().NEXTAUTH_URL}/hote/${slug}/demandes`;
  for (const { id: personId, email, locale } of await listHostsOf(spaceId, tx)) {
    const told = { personId, email, locale, payload: { ...payload, url } };
    await notify(tx, { kind: "request-received", ...told });
  }
}

/**
 * Tells the member of the first booking about its exchange with the second, in the transaction that
 * proposed, declined or did it; nobody's name is said.
 */
export async function notifyOfSwap(
  tx: Tx,
  kind: "swap-proposed" | "swap-declined" | "swap-done",
  bookingId: string,
  otherId: string,
  message: string | null = null,
): Promise<void> {
  const { person, payload } = await readNotice(tx, bookingId);
  if (!person?.email) return;
  const { payload: other } = await readNotice(tx, otherId);
  const { id: personId, email, locale } = person;
  await notify(tx, { kind, personId, email, locale, payload: { ...payload, other, message } });
}

async function readNotice(tx: Tx, bookingId: string) {
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      spaceId: true,
      startsAt: true,
      endsAt: true,
      day: true,
      state: true,
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
  const { space } = resource;
  const cancelUntil = cancellableUntil(
    {
      ...space,
      cancelNoticeMinutes: resource.cancelNoticeMinutes,
      calendar: { timeZone: space.timeZone },
    },
    { ...booking, day: dayFromColumn(booking.day) },
  );
  const payload = bookingNotice({
    ...booking,
    bookingId: booking.id,
    resourceName: resource.name,
    reason: booking.endReason,
    cancelUntil,
    space: { ...space, communeName: space.commune.name },
    origin: env().NEXTAUTH_URL,
  });
  return { spaceId: booking.spaceId, slug: space.slug, person, payload };
}
