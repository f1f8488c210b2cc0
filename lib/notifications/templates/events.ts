import { formatEuros } from "@/lib/core/format";
import type {
  EventNoticeKind,
  EventPayload,
  NoticedPlace,
  NoticedPrices,
} from "../event-notices/schema";
import type { MailLocale } from "../schema";
import { eventAttachment } from "./event-calendar";
import {
  type MailBlock,
  type MailContent,
  mailDocument,
  mailInstant,
  mailInterval,
  mailWords,
} from "./layout";

/** What each kind has besides the event itself. */
type Shape = {
  /** Where its button leads. */
  leads: "registration" | "event";
  /** What becomes of the entry of whoever had seats. */
  calendar: "adds" | "removes" | null;
};

const shapes: Record<EventNoticeKind, Shape> = {
  "event-registered": { leads: "registration", calendar: "adds" },
  "event-waiting": { leads: "registration", calendar: null },
  "event-offered": { leads: "registration", calendar: null },
  "event-offer-lapsed": { leads: "registration", calendar: null },
  "event-registration-cancelled": { leads: "event", calendar: "removes" },
  "event-changed": { leads: "registration", calendar: "adds" },
  "event-cancelled": { leads: "event", calendar: "removes" },
  "event-reminder": { leads: "registration", calendar: null },
  "event-over": { leads: "registration", calendar: null },
};

/** Any mail about an event to whoever registered: what happened, the event, why, and the one button. */
export function eventMail(
  kind: EventNoticeKind,
  payload: EventPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const { title, quantity, isSure, again, isBack, isLeading } = payload;
  const { leads, calendar } = shapes[kind];
  const about = {
    ...{ title, quantity, sure: standingOf(payload) },
    ...{ again: again ? "yes" : "no", back: isBack ? "yes" : "no" },
  };
  const entry = isSure && !isLeading ? calendar : null;
  return mailDocument(
    locale,
    words(`events.${kind}.subject`, about),
    [
      { kind: "text", text: words(`events.${kind}.intro`, about) },
      ...reasonBlocks(payload, locale),
      eventFacts(payload, locale),
      ...beforeBlocks(payload, locale),
      ...offerBlocks(payload, locale),
      {
        kind: "button",
        label: words(`events.${isLeading ? "event-cancelled" : kind}.button`),
        url: leads === "event" ? payload.eventUrl : payload.url,
      },
      ...(kind === "event-registered" || kind === "event-reminder"
        ? [{ kind: "small" as const, text: words("events.giveBack") }]
        : []),
      ...(entry ? [{ kind: "small" as const, text: words(`events.calendar.${entry}`) }] : []),
    ],
    entry
      ? [eventAttachment(payload, locale, entry === "adds" ? "confirmed" : "cancelled", stamp)]
      : [],
  );
}

/** What the event is to whoever reads it: seats, a turn in the line, or theirs to lead. */
function standingOf({ isLeading, isSure }: EventPayload): "leads" | "yes" | "no" {
  if (isLeading) return "leads";
  return isSure ? "yes" : "no";
}

function eventFacts(payload: EventPayload, locale: MailLocale): MailBlock {
  const words = mailWords(locale);
  const { day, hours } = mailInterval(payload, locale);
  const { onlineUrl, bring, quantity, isSure, isLeading } = payload;
  return {
    kind: "facts",
    rows: [
      [words("events.facts.title"), payload.title],
      [words("facts.day"), day],
      [words("facts.hours"), hours],
      ...placeRows(payload.place, locale),
      ...(onlineUrl && isSure ? [[words("events.facts.link"), onlineUrl] as const] : []),
      ...(bring ? [[words("events.facts.bring"), bring] as const] : []),
      [words("events.facts.price"), priceWords(payload.prices, locale)],
      ...(isLeading
        ? []
        : [[words("events.facts.people"), words("events.people", { quantity })] as const]),
    ],
  };
}

function placeRows({ name, address }: NoticedPlace, locale: MailLocale) {
  const words = mailWords(locale);
  const named = [words("events.facts.place"), name ?? words("events.online")] as const;
  return address ? [named, [words("facts.address"), address] as const] : [named];
}

/** « Membre du réseau 5 €, première visite gratuit ». */
function priceWords({ list, isFreePrice }: NoticedPrices, locale: MailLocale): string {
  const words = mailWords(locale);
  const said = list.map(({ label, cents }) =>
    [label, cents === 0 ? words("events.free") : formatEuros(cents / 100, locale)]
      .filter(Boolean)
      .join(" "),
  );
  if (isFreePrice) return [words("events.freePrice"), ...said].join(", ");
  return said.length > 0 ? said.join(", ") : words("events.free");
}

/** What stood before, of what changed, so that nobody keeps the old hour in mind. */
function beforeBlocks({ before, timeZone }: EventPayload, locale: MailLocale): MailBlock[] {
  if (!before) return [];
  const words = mailWords(locale);
  const { startsAt, endsAt, title, place, prices, bring } = before;
  const rows: (readonly [string, string])[] = [];
  if (title) rows.push([words("events.facts.title"), title]);
  if (startsAt && endsAt) {
    const { day, hours } = mailInterval({ startsAt, endsAt, timeZone }, locale);
    rows.push([words("facts.day"), day], [words("facts.hours"), hours]);
  }
  if (place) rows.push(...placeRows(place, locale));
  if (prices) rows.push([words("events.facts.price"), priceWords(prices, locale)]);
  if (bring) rows.push([words("events.facts.bring"), bring]);
  if (rows.length === 0) return [];
  return [
    { kind: "text", text: words("events.before") },
    { kind: "facts", rows },
  ];
}

function reasonBlocks({ reason, belowMinimum }: EventPayload, locale: MailLocale): MailBlock[] {
  if (!reason && belowMinimum) {
    const text = mailWords(locale)("events.belowMinimum", { count: belowMinimum });
    return [{ kind: "text", text }];
  }
  if (!reason) return [];
  return [
    { kind: "text", text: mailWords(locale)("events.reason") },
    { kind: "quote", text: reason },
  ];
}

function offerBlocks({ offerUntil, timeZone }: EventPayload, locale: MailLocale): MailBlock[] {
  if (!offerUntil) return [];
  const instant = mailInstant(offerUntil, timeZone, locale);
  return [{ kind: "text", text: mailWords(locale)("events.until", { instant }) }];
}
