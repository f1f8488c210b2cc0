import { TZDate } from "@date-fns/tz";
import {
  escape as escapeText,
  ICalCalendar,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { createTranslator } from "use-intl/core";
import { dayOf, wallMinuteOf } from "@/lib/core/day";
import type { Interval } from "@/lib/core/interval";
import type { Locale } from "@/lib/core/locale";
import { networkTimeZone } from "@/lib/spaces/schema";
import en from "@/messages/en/agenda.json";
import fr from "@/messages/fr/agenda.json";
import { stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";
import type { Feed, FeedEntry } from "./schema";
import { timeZoneComponent } from "./zones/rules";

const dayMs = 86_400_000;
/** What has ended stays in the feed this long, as cancelled: a calendar that is read seldom learns it too. */
const endedDaysKept = 30;
/** Most entries of one feed; those coming soonest win. */
export const mostEntries = 2_000;
/** A calendar is asked to come back this often, in seconds. */
const refreshSeconds = 3_600;

/** Half-open: starts that a feed tells, and since when what has ended is still told. */
export function feedWindow(at: Date): { from: Date; until: Date; endedSince: Date } {
  const days = (count: number) => new Date(at.getTime() + count * dayMs);
  return { from: days(-90), until: days(400), endedSince: days(-endedDaysKept) };
}

export type FeedRow = Interval & {
  id: string;
  state: BookingState;
  lapsesAt: Date | null;
  sequence: number;
  createdAt: Date;
  /** Of its last change; null = never changed. */
  changedAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  /** When it went to somebody else by a swap, for the one who gave it. */
  swappedAt: Date | null;
  personName: string | null;
  guestName: string | null;
  resourceName: string;
  spaceName: string;
  spaceSlug: string;
  street: string;
  postalCode: string;
  communeName: string;
  timeZone: string;
};

export type FeedTerms = {
  scope: "member" | "space";
  busyOnly: boolean;
  /** Public address of the installation. */
  origin: string;
  /** Stands for the booking in a feed without names, so that two feeds cannot be matched. */
  anonymousId: (bookingId: string) => string;
};

/**
 * A booking as that feed tells it at that instant, true whatever job has run; null when it does not:
 * ended for more than thirty days, or only asked for in a feed of taken times.
 */
export function feedEntryOf(row: FeedRow, terms: FeedTerms, at: Date): FeedEntry | null {
  const { state, sequence, changedAt } = standingOf(row, at);
  if (state === "ended" && changedAt < feedWindow(at).endedSince) return null;
  if (terms.busyOnly && state === "requested") return null;
  const host = new URL(terms.origin).hostname;
  return {
    uid: `${terms.busyOnly ? terms.anonymousId(row.id) : row.id}@${host}`,
    sequence,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    timeZone: row.timeZone,
    status: statuses[state],
    isBusy: state === "confirmed" || state === "held",
    createdAt: row.createdAt,
    changedAt,
    state,
    ...wordsOf(row, terms),
  };
}

const statuses = {
  requested: "tentative",
  held: "tentative",
  confirmed: "confirmed",
  ended: "cancelled",
} as const satisfies Record<FeedEntry["state"], FeedEntry["status"]>;

/** What time has decided and no job has written yet already counts as a change: its number is the next. */
function standingOf(row: FeedRow, at: Date): Pick<FeedEntry, "state" | "sequence" | "changedAt"> {
  const written = row.changedAt ?? row.createdAt;
  if (row.swappedAt) return { state: "ended", sequence: row.sequence, changedAt: row.swappedAt };
  const state = stateAt(row, at);
  if (state === "requested" || state === "held" || state === "confirmed") {
    return { state, sequence: row.sequence, changedAt: written };
  }
  return state === row.state
    ? { state: "ended", sequence: row.sequence, changedAt: row.endedAt ?? written }
    : { state: "ended", sequence: row.sequence + 1, changedAt: row.lapsesAt ?? written };
}

/** Who, what and where, as far as the feed says it. */
function wordsOf(
  row: FeedRow,
  { scope, busyOnly, origin }: FeedTerms,
): Pick<FeedEntry, "resourceName" | "place" | "who" | "reason" | "url"> {
  if (busyOnly) {
    const resourceName = scope === "space" ? row.resourceName : null;
    return { resourceName, place: null, who: null, reason: null, url: null };
  }
  const place = {
    name: row.spaceName,
    address: `${row.street}, ${row.postalCode} ${row.communeName}`,
  };
  const { resourceName } = row;
  if (scope === "member") {
    const url = `${origin}/mon-espace/reservations/${row.id}`;
    const reason = row.swappedAt ? null : row.endReason;
    return { resourceName, place, who: null, reason, url: row.swappedAt ? null : url };
  }
  const day = dayOf(row.startsAt, row.timeZone);
  const url = `${origin}/hote/${row.spaceSlug}?jour=${day}`;
  return { resourceName, place, who: firstNameOf(row), reason: row.endReason, url };
}

function firstNameOf({ personName, guestName }: FeedRow): string | null {
  return (personName ?? guestName ?? "").trim().split(/\s+/)[0] || null;
}

/** None may stand in a text (RFC 5545, 3.3.11); line ends are written by now. */
const controlCharacters = /(?![\t\r\n])\p{Cc}/gu;

const messages = { fr, en } satisfies Record<Locale, typeof fr>;

type Words = ReturnType<typeof wordsIn>;

function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale], namespace: "calendar" });
}

/**
 * The feed as a calendar (RFC 5545 and 7986), read from `source`. The same feed is the same text, to
 * the byte: nothing in it tells when it was written.
 */
export function calendarTextOf(feed: Feed, source: string, at: Date): string {
  const t = wordsIn(feed.locale);
  const window = feedWindow(at);
  const calendar = new ICalCalendar({
    prodId: { company: "Cowloting", product: "Agenda", language: feed.locale.toUpperCase() },
    // The name is the one text the library writes as it is.
    name: escapeText(nameOf(feed, t), false),
    url: feed.page,
    source,
    ttl: refreshSeconds,
    color: "#710e32",
    // No zone of the whole calendar: DTSTAMP is to stay in UTC.
    timezone: { name: null, generator: (zone) => timeZoneComponent(zone, window) },
  });
  for (const entry of feed.entries) calendar.createEvent(eventOf(entry, t));
  // RFC 7986, 5.9 takes a CSS name, which the library does not write.
  const text = calendar.toString().replaceAll(controlCharacters, "");
  const coloured = text.replace("\r\nX-APPLE-CALENDAR-COLOR:", "\r\nCOLOR:maroon$&");
  return `${feed.entries.length > 0 ? coloured : withZone(coloured, at)}\r\n`;
}

/** A calendar has one component at least (RFC 5545, 3.6), even when nothing is booked. */
function withZone(text: string, at: Date): string {
  const zone = timeZoneComponent(networkTimeZone, feedWindow(at));
  return text.replace(/END:VCALENDAR$/, `${zone}\r\n$&`);
}

function nameOf({ spaceName, busyOnly }: Feed, t: Words): string {
  if (spaceName) return t(busyOnly ? "spaceBusyName" : "spaceName", { space: spaceName });
  return t(busyOnly ? "memberBusyName" : "memberName");
}

const eventStatuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<FeedEntry["status"], ICalEventStatus>;

function eventOf(entry: FeedEntry, t: Words): ICalEventData {
  const isExact = isToldByWall(entry.startsAt, entry) && isToldByWall(entry.endsAt, entry);
  // The library writes a plain Date on the clock of the server: it is given one that knows its zone.
  const dateOf = (at: Date) => (isExact ? new TZDate(at.getTime(), entry.timeZone) : at);
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    created: entry.createdAt,
    lastModified: entry.changedAt,
    start: dateOf(entry.startsAt),
    end: dateOf(entry.endsAt),
    timezone: isExact ? entry.timeZone : null,
    summary: summaryOf(entry, t),
    status: eventStatuses[entry.status],
    transparency: entry.isBusy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: busyStatusOf(entry),
    location: entry.place ? `${entry.place.name}, ${entry.place.address}` : null,
    description: descriptionOf(entry, t),
    url: entry.url,
  };
}

/** In the hour lived twice in autumn one wall time is two instants, and readers differ on which it is. */
function isToldByWall(at: Date, { timeZone }: FeedEntry): boolean {
  const wall = wallMinuteOf(at, timeZone);
  return [-60, -30, 30, 60].every((minutes) => {
    const shifted = new Date(at.getTime() + minutes * 60_000);
    return wallMinuteOf(shifted, timeZone) !== wall;
  });
}

function busyStatusOf({ isBusy, status }: FeedEntry): ICalEventBusyStatus {
  if (!isBusy) return ICalEventBusyStatus.FREE;
  return status === "tentative" ? ICalEventBusyStatus.TENTATIVE : ICalEventBusyStatus.BUSY;
}

function summaryOf(entry: FeedEntry, t: Words): string {
  return t(`states.${entry.state}`, { what: whatOf(entry, t) });
}

function whatOf({ resourceName, place, who }: FeedEntry, t: Words): string {
  if (!resourceName) return t("busy");
  if (!place) return t("busyResource", { resource: resourceName });
  return who
    ? t("withName", { resource: resourceName, name: who })
    : t("withSpace", { resource: resourceName, space: place.name });
}

function descriptionOf({ reason, url }: FeedEntry, t: Words): string | null {
  const lines = [reason ? t("reason", { reason }) : null, url ? t("manage", { url }) : null];
  return lines.filter((line) => line !== null).join("\n") || null;
}
