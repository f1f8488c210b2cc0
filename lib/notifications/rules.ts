import { z } from "zod";
import { eventNoticeKinds } from "./event-notices/schema";
import { type MailLocale, mailLocales, notificationPayloads } from "./schema";
import { accountInactiveMail } from "./templates/account-inactive";
import { bookingCancelledMail } from "./templates/booking-cancelled";
import { bookingClosedMail } from "./templates/booking-closed";
import { bookingConfirmedMail } from "./templates/booking-confirmed";
import { bookingKeptMail } from "./templates/booking-kept";
import { bookingLapsedMail } from "./templates/booking-lapsed";
import { bookingMovedMail } from "./templates/booking-moved";
import { bookingNoShowMail } from "./templates/booking-no-show";
import { bookingOfferedMail } from "./templates/booking-offered";
import { bookingRefusedMail } from "./templates/booking-refused";
import { bookingReminderMail } from "./templates/booking-reminder";
import { bookingRequestedMail } from "./templates/booking-requested";
import { bookingRestoredMail } from "./templates/booking-restored";
import { datesMail } from "./templates/dates";
import { eventDecidedMail, eventProposedMail } from "./templates/event-proposals";
import { speakerAnsweredMail, speakerAskedMail } from "./templates/event-speakers";
import { eventMail } from "./templates/events";
import { habilitationMail } from "./templates/habilitations";
import type { MailContent } from "./templates/layout";
import { coPresenceMail, thanksReceivedMail } from "./templates/meetings";
import { invitationMail, membershipMail, organisationInvitedMail } from "./templates/memberships";
import { messageReceivedMail } from "./templates/message-received";
import {
  adHiddenMail,
  adRestoredMail,
  contentModeratedMail,
  reportHandledMail,
} from "./templates/moderation";
import { reportReadyMail } from "./templates/report-ready";
import { requestReceivedMail } from "./templates/request-received";
import { roleChangedMail } from "./templates/role-changed";
import { seriesReachedMail } from "./templates/series-reached";
import { signInCodeMail } from "./templates/sign-in-code";
import { surveyBurstMail } from "./templates/survey-burst";
import { surveyContactMail } from "./templates/survey-contact";
import { surveyOpeningMail, surveyResultsMail } from "./templates/survey-news";
import { swapDeclinedMail, swapDoneMail, swapProposedMail } from "./templates/swaps";

/** A row of the outbox as a mail; throws when its kind or its payload is not one we know. */
export function renderNotification(notification: {
  kind: string;
  locale: string;
  payload: unknown;
  createdAt: Date;
}): MailContent {
  const locale = mailLocaleOf(notification.locale);
  const { payload, createdAt } = notification;
  const payloads = notificationPayloads;
  const event = eventNoticeKinds.find((kind) => kind === notification.kind);
  if (event) return eventMail(event, payloads[event].parse(payload), locale, createdAt);
  switch (notification.kind) {
    case "sign-in-code":
      return signInCodeMail(payloads["sign-in-code"].parse(payload), locale);
    case "booking-confirmed":
      return bookingConfirmedMail(payloads["booking-confirmed"].parse(payload), locale, createdAt);
    case "booking-cancelled":
      return bookingCancelledMail(payloads["booking-cancelled"].parse(payload), locale, createdAt);
    case "booking-closed":
      return bookingClosedMail(payloads["booking-closed"].parse(payload), locale, createdAt);
    case "booking-requested":
      return bookingRequestedMail(payloads["booking-requested"].parse(payload), locale);
    case "request-received":
      return requestReceivedMail(payloads["request-received"].parse(payload), locale);
    case "swap-proposed":
      return swapProposedMail(payloads["swap-proposed"].parse(payload), locale);
    case "swap-declined":
      return swapDeclinedMail(payloads["swap-declined"].parse(payload), locale);
    case "swap-done":
      return swapDoneMail(payloads["swap-done"].parse(payload), locale, createdAt);
    case "survey-contact":
      return surveyContactMail(payloads["survey-contact"].parse(payload), locale);
    case "survey-results":
      return surveyResultsMail(payloads["survey-results"].parse(payload), locale);
    case "survey-opening":
      return surveyOpeningMail(payloads["survey-opening"].parse(payload), locale);
    case "booking-refused":
      return bookingRefusedMail(payloads["booking-refused"].parse(payload), locale);
    case "booking-moved":
      return bookingMovedMail(payloads["booking-moved"].parse(payload), locale, createdAt);
    case "booking-kept":
      return bookingKeptMail(payloads["booking-kept"].parse(payload), locale);
    case "booking-restored":
      return bookingRestoredMail(payloads["booking-restored"].parse(payload), locale, createdAt);
    case "booking-offered":
      return bookingOfferedMail(payloads["booking-offered"].parse(payload), locale);
    case "booking-no-show":
      return bookingNoShowMail(payloads["booking-no-show"].parse(payload), locale, createdAt);
    case "booking-lapsed":
      return bookingLapsedMail(payloads["booking-lapsed"].parse(payload), locale);
    case "series-reached":
      return seriesReachedMail(payloads["series-reached"].parse(payload), locale, createdAt);
    case "series-confirmed":
    case "series-changed":
    case "series-cancelled":
    case "absence-noted": {
      const { kind } = notification;
      return datesMail(kind, payloads[kind].parse(payload), locale, createdAt);
    }
    default:
      return renderBetweenPeople(notification, locale);
  }
}

/** The same for what happens between people: roles, messages, moderation, belonging. */
function renderBetweenPeople(
  { kind, payload }: { kind: string; payload: unknown },
  locale: MailLocale,
): MailContent {
  const payloads = notificationPayloads;
  switch (kind) {
    case "booking-reminder":
      return bookingReminderMail(payloads["booking-reminder"].parse(payload), locale);
    case "co-presence":
      return coPresenceMail(payloads["co-presence"].parse(payload), locale);
    case "thanks-received":
      return thanksReceivedMail(payloads["thanks-received"].parse(payload), locale);
    case "role-changed":
      return roleChangedMail(payloads["role-changed"].parse(payload), locale);
    case "account-inactive":
      return accountInactiveMail(payloads["account-inactive"].parse(payload), locale);
    case "message-received":
      return messageReceivedMail(payloads["message-received"].parse(payload), locale);
    case "ad-hidden":
      return adHiddenMail(payloads["ad-hidden"].parse(payload), locale);
    case "ad-restored":
      return adRestoredMail(payloads["ad-restored"].parse(payload), locale);
    case "content-moderated":
      return contentModeratedMail(payloads["content-moderated"].parse(payload), locale);
    case "survey-burst":
      return surveyBurstMail(payloads["survey-burst"].parse(payload), locale);
    case "report-ready":
      return reportReadyMail(payloads["report-ready"].parse(payload), locale);
    case "report-handled":
      return reportHandledMail(payloads["report-handled"].parse(payload), locale);
    case "membership-requested":
    case "membership-accepted":
    case "membership-declined":
    case "membership-ended":
      return membershipMail(kind, payloads[kind].parse(payload), locale);
    case "habilitation-given":
    case "habilitation-taken-back":
    case "habilitation-ending":
      return habilitationMail(kind, payloads[kind].parse(payload), locale);
    case "invitation":
      return invitationMail(payloads.invitation.parse(payload), locale);
    case "event-proposed":
      return eventProposedMail(payloads["event-proposed"].parse(payload), locale);
    case "event-decided":
      return eventDecidedMail(payloads["event-decided"].parse(payload), locale);
    case "event-speaker-asked":
      return speakerAskedMail(payloads["event-speaker-asked"].parse(payload), locale);
    case "event-speaker-answered":
      return speakerAnsweredMail(payloads["event-speaker-answered"].parse(payload), locale);
    case "organisation-invited":
      return organisationInvitedMail(payloads["organisation-invited"].parse(payload), locale);
    default:
      throw new Error(`no template for ${kind}`);
  }
}

/** The language of a mail: the person's when we write it, else French. */
export function mailLocaleOf(locale: string): MailLocale {
  return mailLocales.find((known) => known === locale) ?? "fr";
}

/** Whom a payload names, whatever its kind. */
const namingPayload = z.object({
  senderId: z.uuid().optional().catch(undefined),
  fromId: z.uuid().optional().catch(undefined),
  matches: z
    .array(z.object({ otherId: z.uuid() }))
    .optional()
    .catch(undefined),
});

/** Ids of the people a payload names besides its reader; none of one that is emptied. */
export function peopleNamedIn(payload: unknown): string[] {
  const { senderId, fromId, matches = [] } = namingPayload.safeParse(payload).data ?? {};
  const ids = [senderId, fromId, ...matches.map(({ otherId }) => otherId)];
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
