import { z } from "zod";

/** Where it is: a name and an address below it; online, neither. */
const place = z.object({ name: z.string().nullable(), address: z.string().nullable() });
export type NoticedPlace = z.infer<typeof place>;

const price = z.object({ label: z.string(), cents: z.number().int().min(0) });
/** Integer cents; none, and not free price = free of charge. */
const prices = z.object({ list: z.array(price), isFreePrice: z.boolean() });
export type NoticedPrices = z.infer<typeof prices>;

/** An event as somebody registered, or who leads it, is told of it, and their registration. */
export const eventPayload = z.object({
  /** Left out for whoever leads it. */
  registrationId: z.string().optional(),
  /** They lead or proposed it, and are not registered: nothing is said of a registration. */
  isLeading: z.boolean().optional(),
  /** Left out by what was queued before it was said. */
  eventId: z.string().optional(),
  title: z.string(),
  spaceName: z.string(),
  place,
  /** Said to whoever has seats, and to nobody else. */
  onlineUrl: z.string().nullish(),
  bring: z.string().nullish(),
  prices,
  /** Instants; said in the wall time of `timeZone`. */
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  /** RFC 5545 SEQUENCE of the calendar entry. */
  sequence: z.number().int().min(0),
  /** People. */
  quantity: z.number().int().min(1),
  /** They have seats, or had: what their calendar holds. */
  isSure: z.boolean(),
  /** Somebody asked again with this address: nothing changed. */
  again: z.boolean().optional(),
  /** It had been cancelled, and takes place after all. */
  isBack: z.boolean().optional(),
  /** Words of whoever cancelled or changed it, as typed. */
  reason: z.string().nullish(),
  /** Cancelled by itself: fewer people than this had registered in time. */
  belowMinimum: z.number().int().min(1).nullish(),
  /** Last instant at which the seats are kept. */
  offerUntil: z.iso.datetime().nullish(),
  /** What stood before a change, of what changed. */
  before: z
    .object({
      title: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      place,
      prices,
      bring: z.string().nullable(),
    })
    .partial()
    .nullish(),
  /** The page of the registration, and of the event. */
  url: z.url(),
  eventUrl: z.url(),
});
export type EventPayload = z.infer<typeof eventPayload>;

/** What is told of an event to whoever registered. */
export const eventNoticeKinds = [
  "event-registered",
  "event-waiting",
  "event-offered",
  "event-offer-lapsed",
  "event-registration-cancelled",
  "event-changed",
  "event-cancelled",
  "event-reminder",
  "event-over",
] as const;
export type EventNoticeKind = (typeof eventNoticeKinds)[number];

export const eventPayloads = {
  "event-registered": eventPayload,
  "event-waiting": eventPayload,
  "event-offered": eventPayload,
  "event-offer-lapsed": eventPayload,
  "event-registration-cancelled": eventPayload,
  "event-changed": eventPayload,
  "event-cancelled": eventPayload,
  "event-reminder": eventPayload,
  "event-over": eventPayload,
} as const satisfies Record<EventNoticeKind, typeof eventPayload>;
