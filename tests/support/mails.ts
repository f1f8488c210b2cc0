import ICAL from "ical.js";
import { renderNotification } from "@/lib/notifications/rules";
import type { BookingPayload } from "@/lib/notifications/schema";

/** When every mail here was written: a Monday at eight in the morning in France. */
export const createdAt = new Date("2026-06-15T06:00:00Z");

/** The whole of the next Tuesday at a desk, and what is said of it. */
export const payload: BookingPayload = {
  bookingId: "0197a5c4-0000-7000-8000-000000000001",
  resourceName: "Bureau 1",
  spaceName: "Luzech",
  address: "1 rue du Pont, 46140 Luzech",
  startsAt: "2026-06-16T06:30:00.000Z",
  endsAt: "2026-06-16T16:30:00.000Z",
  timeZone: "Europe/Paris",
  sequence: 0,
  cancelUntil: "2026-06-15T16:00:00.000Z",
  url: "https://cowloting.example/mon-espace",
};

export const render = (kind: string, over: Partial<BookingPayload> = {}, locale = "fr") =>
  renderNotification({ kind, locale, payload: { ...payload, ...over }, createdAt });

/** As read: French spacing keeps « : » on its line with spaces of another kind. */
export const read = (mail: { text: string }) => mail.text.replace(/[\u00a0\u202f]/g, " ");

export function calendarOf(mail: ReturnType<typeof render>) {
  const calendar = new ICAL.Component(ICAL.parse(mail.attachments[0]?.content ?? ""));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
  return { method: calendar.getFirstPropertyValue("method"), event };
}

/** The morning before, at another desk. */
export const before = {
  resourceName: "Bureau 2",
  startsAt: "2026-06-15T06:30:00.000Z",
  endsAt: "2026-06-15T10:30:00.000Z",
};
