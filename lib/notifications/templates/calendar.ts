import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MailAttachment } from "@/lib/infra/mail";
import type { BookingPayload, MailLocale } from "../schema";
import { mailWords } from "./layout";

/**
 * The booking as a calendar entry (RFC 5545), in UTC so that every calendar shows the right hour.
 * The cancellation has the same UID and a later SEQUENCE: the calendar removes what it added.
 */
export function bookingAttachment(
  payload: BookingPayload,
  locale: MailLocale,
  kind: "confirmed" | "cancelled",
  stamp: Date,
): MailAttachment {
  const words = mailWords(locale);
  const method = kind === "confirmed" ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL;
  const host = new URL(payload.url).hostname;
  const calendar = new ICalCalendar({
    method,
    prodId: { company: "Cowloting", product: "Bookings" },
  });
  calendar.createEvent({
    id: `${payload.bookingId}@${host}`,
    sequence: payload.sequence,
    stamp,
    start: new Date(payload.startsAt),
    end: new Date(payload.endsAt),
    status: kind === "confirmed" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    summary: words("calendar.summary", {
      resource: payload.resourceName,
      space: payload.spaceName,
    }),
    location: `${payload.spaceName}, ${payload.address}`,
    description: words("calendar.manage", { url: payload.url }),
    url: payload.url,
    organizer: { name: payload.spaceName, email: `ne-pas-repondre@${host}` },
  });
  return {
    filename: "reservation.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}
