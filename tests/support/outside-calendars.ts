import type { FetchCalendar } from "@/lib/bookings/imports/commands";
import { bounds } from "@/lib/bookings/imports/schema";
import { ok } from "@/lib/core/result";
import { safeFetch } from "@/lib/infra/safe-fetch";
import { reachHere } from "./outside-server";

export const eventText = (...lines: string[]) =>
  ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
export const calendarText = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");

/** Busy on the Tuesday of the tests, nine to noon in France. */
export const tuesdayMorning = calendarText(
  eventText("UID:1", "SUMMARY:Conseil municipal", "DTSTART:20260616T070000Z", "DURATION:PT3H"),
);

/** A calendar had without any network. */
export const given =
  (text: string): FetchCalendar =>
  async () =>
    ok({ body: Buffer.from(text), etag: null });

/** A calendar really fetched, from a server on this machine: no other way may reach one. */
export const fetchedHere: FetchCalendar = (url, etag) =>
  safeFetch(url, { accept: "text/calendar", etag, mostBytes: bounds.bytes, ...reachHere });
