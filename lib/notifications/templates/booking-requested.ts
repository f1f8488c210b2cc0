import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingBefore } from "./booking-moved";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** Asked for, not had: said twice, and no calendar entry before the host agrees. */
export function bookingRequestedMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const key = payload.before ? "bookingRequested.movedSubject" : "bookingRequested.subject";
  return mailDocument(locale, words(key, { space: payload.spaceName }), [
    { kind: "text", text: words("bookingRequested.intro") },
    bookingFacts(payload, locale),
    ...bookingBefore(payload, locale),
    { kind: "text", text: words("bookingRequested.next") },
    { kind: "button", label: words("bookingRequested.button"), url: payload.url },
  ]);
}
