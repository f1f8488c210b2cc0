import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MailAttachment } from "@/lib/infra/mail";
import { eventUid } from "../event-notices/rules";
import type { EventPayload } from "../event-notices/schema";
import type { MailLocale } from "../schema";
import { mailWords } from "./layout";

/**
 * The event as an entry of the calendar of whoever has seats (RFC 5545), in UTC so that every calendar
 * shows the right hour. A change has the same UID, that of the agenda, and a later SEQUENCE; so has the end,
 * which takes it off.
 */
export function eventAttachment(
  payload: EventPayload,
  locale: MailLocale,
  kind: "confirmed" | "cancelled",
  stamp: Date,
): MailAttachment {
  const isOn = kind === "confirmed";
  const method = isOn ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL;
  const calendar = new ICalCalendar({
    method,
    prodId: { company: "Cowloting", product: "Events" },
  });
  const words = mailWords(locale);
  const host = new URL(payload.url).hostname;
  const { eventId, registrationId, place, onlineUrl } = payload;
  const where = [place.name, place.address].filter((part) => part !== null).join(", ");
  calendar.createEvent({
    id: eventId ? eventUid(eventId, host) : `${registrationId}@${host}`,
    sequence: payload.sequence,
    stamp,
    start: new Date(payload.startsAt),
    end: new Date(payload.endsAt),
    status: isOn ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    summary: payload.title,
    location: where || onlineUrl || words("events.online"),
    description: words("events.manage", { url: payload.url }),
    url: payload.eventUrl,
    organizer: { name: payload.spaceName, email: `ne-pas-repondre@${host}` },
  });
  return {
    filename: isOn ? "evenement.ics" : "annulation.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}
