import { getLocale } from "next-intl/server";
import { getBooking } from "@/lib/bookings/queries";
import { bookingIdInput } from "@/lib/bookings/schema";
import { NotFound } from "@/lib/core/errors";
import { env } from "@/lib/infra/env";
import { mailLocaleOf } from "@/lib/notifications/rules";
import { bookingAttachment } from "@/lib/notifications/templates/calendar";
import { apiRoute } from "@/lib/web/api-route";
import { currentActor } from "@/lib/web/session";

type Context = { params: Promise<{ id: string }> };

/** The booking as a calendar file (RFC 5545), the same entry as in the mail; 404 for whoever may not see it. */
export const GET = apiRoute("calendar", async (_request, { params }: Context) => {
  const { id } = await params;
  if (!bookingIdInput.safeParse({ bookingId: id }).success) throw new NotFound();
  const booking = await getBooking(await currentActor(), id);
  const { space } = booking;
  const { content, contentType } = bookingAttachment(
    {
      bookingId: id,
      resourceName: booking.resource.name,
      spaceName: space.name,
      address: `${space.street}, ${space.postalCode} ${space.communeName}`,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
      timeZone: space.timeZone,
      sequence: booking.sequence,
      url: `${env().NEXTAUTH_URL}/mon-espace/reservations/${id}`,
    },
    mailLocaleOf(await getLocale()),
    booking.endedAt ? "cancelled" : "confirmed",
    booking.endedAt ?? booking.startsAt,
  );
  return new Response(content, {
    headers: {
      "content-type": contentType,
      "content-disposition": 'attachment; filename="reservation.ics"',
      "cache-control": "private, no-store",
    },
  });
});
