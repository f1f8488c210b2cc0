import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** The door will be shut to others: why, and that this booking holds all the same. */
export function bookingKeptMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("bookingKept.subject", { space: payload.spaceName }), [
    { kind: "text", text: words(`bookingKept.intro.${payload.because ?? "space_closes"}`) },
    ...closureReason(payload, locale),
    bookingFacts(payload, locale),
    { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
  ]);
}

/** The reason in the words it was given; nothing when none was. */
export function closureReason({ reason }: BookingPayload, locale: MailLocale): MailBlock[] {
  if (!reason) return [];
  return [
    { kind: "text", text: mailWords(locale)("bookingClosed.reason") },
    { kind: "quote", text: reason },
  ];
}
