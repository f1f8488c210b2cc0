import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { notify } from "@/lib/notifications/commands";
import type { DatesNoticeKind } from "@/lib/notifications/schema";

/**
 * Tells a member of several bookings in one mail, in the transaction that changed them, with one
 * calendar file of them all; `others` are the days left aside (refused, unmoved or kept). Silent for a
 * person without e-mail. Takes no actor: the command that calls it has decided.
 */
export async function notifyOfDates(
  tx: Tx,
  kind: DatesNoticeKind,
  about: { personId: string; path: string },
  bookingIds: string[],
  others: Day[],
): Promise<void> {
  const person = await tx.person.findUnique({
    where: { id: about.personId },
    select: { id: true, email: true, locale: true },
  });
  if (!person?.email) return;
  const rows = await tx.booking.findMany({
    where: { id: { in: bookingIds } },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      sequence: true,
      state: true,
      resource: {
        select: {
          name: true,
          space: {
            select: {
              name: true,
              street: true,
              postalCode: true,
              timeZone: true,
              commune: { select: { name: true } },
            },
          },
        },
      },
    },
    orderBy: { startsAt: "asc" },
  });
  const origin = env().NEXTAUTH_URL;
  const { email, locale, id: personId } = person;
  const dates = rows.map(({ resource: { name, space }, ...row }) => ({
    bookingId: row.id,
    resourceName: name,
    spaceName: space.name,
    address: `${space.street}, ${space.postalCode} ${space.commune.name}`,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    timeZone: space.timeZone,
    sequence: row.sequence,
    url: `${origin}/mon-espace/reservations/${row.id}`,
  }));
  const asks = rows.some(({ state }) => state === "requested");
  const payload = { dates, others, asks, url: `${origin}${about.path}` };
  await notify(tx, { kind, personId, email, locale, payload });
}

/** The same about a series: its page is where one goes on. */
export async function notifyOfSeries(
  tx: Tx,
  kind: DatesNoticeKind,
  series: { id: string; personId: string },
  bookingIds: string[],
  others: Day[],
): Promise<void> {
  const about = { personId: series.personId, path: `/mon-espace/series/${series.id}` };
  await notifyOfDates(tx, kind, about, bookingIds, others);
}
