import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** The evening before: where, when, and how to give the place back in time. */
export function bookingReminderMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("bookingReminder.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("bookingReminder.intro") },
    bookingFacts(payload, locale),
    { kind: "small", text: words("bookingReminder.cancel") },
    { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
  ]);
}
