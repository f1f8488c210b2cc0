import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MailAttachment } from "@/lib/infra/mail";
import type { BookingPayload, MailLocale } from "../schema";
import { mailWords } from "./layout";

type Entry = Pick<
  BookingPayload,
  | "bookingId"
  | "resourceName"
  | "spaceName"
  | "address"
  | "startsAt"
  | "endsAt"
  | "timeZone"
  | "sequence"
  | "url"
>;
type EntryKind = "confirmed" | "cancelled";

/**
 * The booking as a calendar entry (RFC 5545), in UTC so that every calendar shows the right hour.
 * The cancellation has the same UID and a later SEQUENCE: the calendar removes what it added.
 */
export function bookingAttachment(
  payload: Entry,
  locale: MailLocale,
  kind: EntryKind,
  stamp: Date,
): MailAttachment {
  const method = kind === "confirmed" ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL;
  return attachmentOf("reservation.ics", method, [payload], locale, kind, stamp);
}

/**
 * Several bookings in one file, each the same entry as alone. Cancelled ones are published as such:
 * a CANCEL speaks of one entry only (RFC 5546, 3.2.5).
 */
export function bookingsAttachment(
  payloads: Entry[],
  locale: MailLocale,
  kind: EntryKind,
  stamp: Date,
): MailAttachment {
  const method = ICalCalendarMethod.PUBLISH;
  return attachmentOf("reservations.ics", method, payloads, locale, kind, stamp);
}

function attachmentOf(
  filename: string,
  method: ICalCalendarMethod,
  entries: Entry[],
  locale: MailLocale,
  kind: EntryKind,
  stamp: Date,
): MailAttachment {
  const calendar = new ICalCalendar({
    method,
    prodId: { company: "Cowloting", product: "Bookings" },
  });
  for (const entry of entries) addEntry(calendar, entry, locale, kind, stamp);
  return {
    filename,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}

function addEntry(
  calendar: ICalCalendar,
  entry: Entry,
  locale: MailLocale,
  kind: EntryKind,
  stamp: Date,
): void {
  const words = mailWords(locale);
  const host = new URL(entry.url).hostname;
  calendar.createEvent({
    id: `${entry.bookingId}@${host}`,
    sequence: entry.sequence,
    stamp,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    status: kind === "confirmed" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    summary: words("calendar.summary", {
      resource: entry.resourceName,
      space: entry.spaceName,
    }),
    location: `${entry.spaceName}, ${entry.address}`,
    description: words("calendar.manage", { url: entry.url }),
    url: entry.url,
    organizer: { name: entry.spaceName, email: `ne-pas-repondre@${host}` },
  });
}
