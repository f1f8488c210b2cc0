import {
  escape as escapeText,
  ICalCalendar,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import { createTranslator } from "use-intl/core";
import { timeZoneComponent } from "@/lib/bookings/feeds/zones/rules";
import { dayOf } from "@/lib/core/day";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { eventUid } from "@/lib/notifications/event-notices/rules";
import { networkTimeZone } from "@/lib/spaces/schema";
import en from "@/messages/en/events.json";
import fr from "@/messages/fr/events.json";
import { plainDescription } from "../descriptions/rules";
import { endReasonOf } from "../minimums/rules";
import { eventThemes } from "../schema";
import type { PublishedEvent } from "./schema";

const dayMs = 86_400_000;
/** What was cancelled stays told this long, as cancelled: a calendar that is read seldom learns it too. */
const endedDaysKept = 30;
/** A calendar is asked to come back this often, in seconds. */
const refreshSeconds = 3_600;

/** Half-open: starts that a feed tells at that instant, and since when what was cancelled is still told. */
export function feedWindow(at: Date): { from: Date; until: Date; endedSince: Date } {
  const days = (count: number) => new Date(at.getTime() + count * dayMs);
  return { from: days(-90), until: days(400), endedSince: days(-endedDaysKept) };
}

/** Of which events a feed is. */
export type FeedScope = {
  space: { slug: string; name: string } | null;
  theme: (typeof eventThemes)[number] | null;
};

export type FeedTerms = {
  locale: Locale;
  /** Public address of the installation. */
  origin: string;
  scope: FeedScope;
  /** Where this very feed is read. */
  source: string;
  at: Date;
};

const messages = { fr, en } satisfies Record<Locale, typeof fr>;
type Words = ReturnType<typeof wordsIn>;
function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: messages[locale] });
}

/**
 * None may stand in a text (RFC 5545, 3.3.11; XML 1.0, 2.2); line ends and tabs may. Nor line ends some readers
 * see and others do not.
 */
const controlCharacters = /(?![\t\r\n])[\p{Cc}\u2028\u2029\uFFFE\uFFFF]/gu;

/**
 * Events as a calendar (RFC 5545 and 7986), instants in UTC. The same events are the same text, to the
 * byte: nothing in it tells when it was written.
 */
export function eventCalendar(events: readonly PublishedEvent[], terms: FeedTerms): string {
  const t = wordsIn(terms.locale);
  const calendar = new ICalCalendar({
    prodId: { company: "Cowloting", product: "Events", language: terms.locale.toUpperCase() },
    // The name is the one text the library writes as it is.
    name: escapeText(feedName(terms.scope, t), false),
    url: `${terms.origin}/evenements`,
    source: terms.source,
    ttl: refreshSeconds,
  });
  for (const event of events) calendar.createEvent(calendarEntry(event, terms, t));
  const text = calendar.toString().replaceAll(controlCharacters, "");
  return `${events.length > 0 ? text : withZone(text, terms.at)}\r\n`;
}

/** A calendar has one component at least (RFC 5545, 3.6), even when nothing is announced. */
function withZone(text: string, at: Date): string {
  const zone = timeZoneComponent(networkTimeZone, feedWindow(at));
  return text.replace(/END:VCALENDAR$/, `${zone}\r\n$&`);
}

function calendarEntry(event: PublishedEvent, terms: FeedTerms, t: Words): ICalEventData {
  const isCancelled = event.state === "cancelled";
  const url = addressOfEvent(event, terms.origin);
  return {
    id: eventUid(event.id, new URL(terms.origin).hostname),
    sequence: event.sequence,
    stamp: event.changedAt,
    created: event.createdAt,
    lastModified: event.changedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: titleOf(event, t),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    location: placeOf(event, t),
    description: [reasonOf(event, t), event.summary, plainDescription(event.description), url]
      .filter((line) => line)
      .join("\n\n"),
    categories: [{ name: t(`themes.${themeOf(event)}`) }],
    url,
  };
}

/** Events as RSS 2.0, each once under an identifier that does not change. */
export function eventNews(events: readonly PublishedEvent[], terms: FeedTerms): string {
  const t = wordsIn(terms.locale);
  const host = new URL(terms.origin).hostname;
  const items = events.map((event) => {
    const url = addressOfEvent(event, terms.origin);
    return [
      "<item>",
      element("title", titleOf(event, t)),
      element("link", url),
      `<guid isPermaLink="false">${escaped(eventUid(event.id, host))}</guid>`,
      element("pubDate", (event.publishedAt ?? event.createdAt).toUTCString()),
      element("category", t(`themes.${themeOf(event)}`)),
      element("description", newsText(event, terms.locale, t)),
      "</item>",
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element("title", feedName(terms.scope, t)),
    element("link", `${terms.origin}/evenements`),
    element("description", t("agenda.lead")),
    element("language", terms.locale),
    element("ttl", String(refreshSeconds / 60)),
    `<atom:link href="${escaped(terms.source)}" rel="self" type="application/rss+xml"/>`,
    ...items,
    "</channel></rss>\n",
  ].join("\n");
}

/** « Mardi 23 juin, 14 h – 17 h, La Cale, Puy-l’Évêque. Un après-midi pour … » */
function newsText(event: PublishedEvent, locale: Locale, t: Words): string {
  const { timeZone } = event.space;
  const day = formatDay(event.day, locale, dayOf(event.publishedAt ?? event.createdAt, timeZone));
  const when = t("when", { day, times: formatTimes(event, timeZone, locale) });
  const said = `${capitalised(when, locale)}, ${placeOf(event, t)}. ${event.summary}`;
  return [reasonOf(event, t), said].filter((line) => line).join(" ");
}

function feedName({ space, theme }: FeedScope, t: Words): string {
  const parts = [t("title"), space?.name ?? "Cowloting", theme ? t(`themes.${theme}`) : null];
  return parts.filter((part) => part !== null).join(", ");
}

function titleOf({ title, state }: PublishedEvent, t: Words): string {
  return state === "cancelled" ? t("agenda.cancelledTitle", { title }) : title;
}

function reasonOf(event: PublishedEvent, t: Words): string | null {
  if (event.state !== "cancelled") return null;
  const reason = endReasonOf(event, (count) => t("belowMinimum", { count }));
  return reason ? t("cancelledNotice", { reason }) : t("cancelledPlain");
}

function themeOf({ theme }: PublishedEvent): (typeof eventThemes)[number] {
  return eventThemes.find((each) => each === theme) ?? "other";
}

/** With all one needs to find it; online, only that it is. */
function placeOf({ place, space }: PublishedEvent, t: Words): string {
  if (place.kind === "online") return t("online");
  if (place.kind === "elsewhere") {
    return [place.address, place.commune?.name].filter((part) => part).join(", ");
  }
  const address = `${space.street}, ${space.postalCode} ${space.commune.name}`;
  return [place.roomName, space.name, address].filter((part) => part !== null).join(", ");
}

/** Where its page is. */
export function addressOfEvent({ slug }: { slug: string }, origin: string): string {
  return `${origin}/evenements/${slug}`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text
    .replaceAll(controlCharacters, "")
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
