import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** The host could not agree: why, in their words, and the way to another moment. */
export function bookingRefusedMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const reason: MailBlock[] = payload.reason
    ? [
        { kind: "text", text: words("bookingRefused.reason") },
        { kind: "quote", text: payload.reason },
      ]
    : [];
  return mailDocument(locale, words("bookingRefused.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("bookingRefused.intro") },
    bookingFacts(payload, locale),
    ...reason,
    { kind: "text", text: words("bookingRefused.next") },
    { kind: "button", label: words("bookingRefused.button"), url: payload.url },
  ]);
}
