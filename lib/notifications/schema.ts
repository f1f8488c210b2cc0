import { z } from "zod";
import { day } from "@/lib/core/day";
import { eventPayloads } from "./event-notices/schema";
import { proposalPayloads } from "./event-proposals/schema";
import { speakerPayloads } from "./event-speakers/schema";
import { habilitationPayloads } from "./habilitation-notices/schema";
import { reportPayloads } from "./report-notices/schema";
import { surveyPayloads } from "./survey-notices/schema";

/** Languages a mail can be written in; anything else is French. */
export const mailLocales = ["fr", "en"] as const;
export type MailLocale = (typeof mailLocales)[number];

/** A free place instead, with the address where it is booked. */
const alternativePayload = z.object({
  resourceName: z.string(),
  spaceName: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  url: z.url(),
});
export type AlternativePayload = z.infer<typeof alternativePayload>;

const bookingPayload = z.object({
  bookingId: z.string(),
  resourceName: z.string(),
  spaceName: z.string(),
  address: z.string(),
  /** Instants; said in the wall time of `timeZone`. */
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  timeZone: z.string(),
  /** RFC 5545 SEQUENCE of the calendar entry. */
  sequence: z.number().int().min(0),
  /** Words of the host for the person, as typed. */
  reason: z.string().nullish(),
  /** Last instant at which the member may cancel alone. */
  cancelUntil: z.iso.datetime().nullish(),
  /** Where and when it was, for a booking that moved. */
  before: z
    .object({
      resourceName: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      /** When it was in another space: its name, and the entry that goes from the calendar. */
      elsewhere: z
        .object({
          bookingId: z.string(),
          spaceName: z.string(),
          sequence: z.number().int().min(0),
        })
        .nullish(),
    })
    .nullish(),
  /** What the space or the place does, when that is why: the sentence says it. */
  because: z.enum(["space_closes", "place_closes", "hours_change", "closure_undone"]).nullish(),
  /** What is free instead, when it is not to be had. */
  alternatives: z.array(alternativePayload).nullish(),
  url: z.url(),
});
export type BookingPayload = z.infer<typeof bookingPayload>;

const offerPayload = bookingPayload.extend({
  /** Last instant at which the places are held. */
  offerUntil: z.iso.datetime(),
  quantity: z.number().int().min(1),
});
export type OfferPayload = z.infer<typeof offerPayload>;

/** One's booking, and the one it is or would be exchanged with. */
const swapPayload = bookingPayload.extend({
  other: bookingPayload,
  /** Words of whoever proposes, as typed. */
  message: z.string().nullish(),
});
export type SwapPayload = z.infer<typeof swapPayload>;

const signInCodePayload = z.object({
  code: z.string(),
  url: z.url(),
  minutes: z.number().int(),
});
export type SignInCodePayload = z.infer<typeof signInCodePayload>;

const roleChangedPayload = z.object({
  change: z.enum(["granted", "withdrawn"]),
  role: z.enum(["host", "staff", "admin"]),
  /** Of a host; null = the whole network. */
  spaceName: z.string().nullable(),
  url: z.url(),
});
export type RoleChangedPayload = z.infer<typeof roleChangedPayload>;
const messagePayload = z.object({
  /** Null for somebody who gave no name. */
  senderName: z.string().nullable(),
  /** Of the ad it is about. */
  adTitle: z.string().nullable(),
  text: z.string(),
  /** The sender's own, when they chose to give it with this message. */
  address: z.string().nullable(),
  url: z.url(),
  /** Of the message, asked for again just before it is sent. */
  messageId: z.uuid().optional(),
  senderId: z.uuid().optional(),
  reportUrl: z.url().optional(),
});
export type MessagePayload = z.infer<typeof messagePayload>;

const adModeratedPayload = z.object({
  title: z.string(),
  reason: z.string().nullable(),
  url: z.url(),
});
export type AdModeratedPayload = z.infer<typeof adModeratedPayload>;

const contentModeratedPayload = z.object({
  /** `profile` = its text and its photo. */
  what: z.enum(["message", "text", "photo", "profile"]),
  change: z.enum(["hidden", "restored"]),
  reason: z.string().nullable(),
  url: z.url(),
});
export type ContentModeratedPayload = z.infer<typeof contentModeratedPayload>;

/** Nothing of whom it was about. */
const reportHandledPayload = z.object({});
export type ReportHandledPayload = z.infer<typeof reportHandledPayload>;

const accountInactivePayload = z.object({
  /** Last day on which signing in keeps the account. */
  until: z.iso.datetime(),
  timeZone: z.string(),
  url: z.url(),
});
export type AccountInactivePayload = z.infer<typeof accountInactivePayload>;

/** `YYYY-MM-DD`. */
const localDay = z.string().transform((text) => day(text));

const datePayload = bookingPayload.pick({
  bookingId: true,
  resourceName: true,
  spaceName: true,
  address: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  sequence: true,
  url: true,
});

const datesPayload = z.object({
  dates: z.array(datePayload),
  /** Local days left aside: refused, not moved, kept. */
  others: z.array(localDay),
  /** The host has yet to agree. */
  asks: z.boolean(),
  url: z.url(),
});
export type DatesPayload = z.infer<typeof datesPayload>;

/** Dates of a series that have opened for booking: those had, and those missed with what is free instead. */
const reachedPayload = datesPayload.omit({ others: true }).extend({
  spaceName: z.string(),
  missed: z.array(z.object({ day: localDay, alternatives: z.array(alternativePayload) })),
});
export type ReachedPayload = z.infer<typeof reachedPayload>;

const membershipPayload = z.object({ spaceName: z.string(), url: z.url() });
export type MembershipPayload = z.infer<typeof membershipPayload>;

const invitationPayload = membershipPayload.extend({ code: z.string() });
export type InvitationPayload = z.infer<typeof invitationPayload>;

const organisationPayload = z.object({
  organisationName: z.string(),
  role: z.enum(["delegate", "beneficiary"]),
  url: z.url(),
});
export type OrganisationPayload = z.infer<typeof organisationPayload>;

/** Who can help and will be there when one is. Names leave the outbox once it is sent. */
const coPresencePayload = z.object({
  matches: z.array(
    z.object({
      otherId: z.uuid(),
      name: z.string().nullable(),
      /** What one looks for, in one's own words; what they say they can do. */
      need: z.string(),
      offer: z.string().nullable(),
      day: localDay,
      /** While both are there. */
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      spaceName: z.string(),
      timeZone: z.string(),
    }),
  ),
  url: z.url(),
});
export type CoPresencePayload = z.infer<typeof coPresencePayload>;

const thanksPayload = z.object({
  fromId: z.uuid(),
  name: z.string().nullable(),
  day: localDay,
  spaceName: z.string(),
  text: z.string().nullable(),
  url: z.url(),
});
export type ThanksPayload = z.infer<typeof thanksPayload>;

/** Every kind of mail with what its template needs. */
export const notificationPayloads = {
  "sign-in-code": signInCodePayload,
  "booking-confirmed": bookingPayload,
  "booking-cancelled": bookingPayload,
  "booking-closed": bookingPayload,
  "series-confirmed": datesPayload,
  "series-changed": datesPayload,
  "series-cancelled": datesPayload,
  "series-reached": reachedPayload,
  "absence-noted": datesPayload,
  "booking-requested": bookingPayload,
  "booking-refused": bookingPayload,
  "booking-moved": bookingPayload,
  "booking-kept": bookingPayload,
  "booking-restored": bookingPayload,
  "booking-offered": offerPayload,
  "booking-no-show": bookingPayload,
  "booking-lapsed": bookingPayload,
  "request-received": bookingPayload,
  "booking-reminder": bookingPayload,
  "co-presence": coPresencePayload,
  "thanks-received": thanksPayload,
  "swap-proposed": swapPayload,
  "swap-declined": swapPayload,
  "swap-done": swapPayload,
  "role-changed": roleChangedPayload,
  "message-received": messagePayload,
  "ad-hidden": adModeratedPayload,
  "ad-restored": adModeratedPayload,
  "content-moderated": contentModeratedPayload,
  "report-handled": reportHandledPayload,
  "membership-requested": membershipPayload,
  "membership-accepted": membershipPayload,
  "membership-declined": membershipPayload,
  "membership-ended": membershipPayload,
  invitation: invitationPayload,
  "organisation-invited": organisationPayload,
  "account-inactive": accountInactivePayload,
  ...proposalPayloads,
  ...speakerPayloads,
  ...eventPayloads,
  ...habilitationPayloads,
  ...surveyPayloads,
  ...reportPayloads,
} as const;

export type NotificationKind = keyof typeof notificationPayloads;

/** One mail about several dates. */
export type DatesNoticeKind = Exclude<
  Extract<NotificationKind, `series-${string}` | "absence-noted">,
  "series-reached"
>;

export type NotificationOf = {
  [Kind in NotificationKind]: {
    kind: Kind;
    personId: string | null;
    email: string;
    locale: string;
    payload: z.input<(typeof notificationPayloads)[Kind]>;
    /** The same thing is told once: a second time with the same key is nothing. */
    onceKey?: string;
  };
}[NotificationKind];
