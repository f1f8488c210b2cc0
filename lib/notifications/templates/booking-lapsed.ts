import type { BookingPayload, MailLocale } from "../schema";
import { freeInstead } from "./alternatives";
import { bookingFacts } from "./booking-confirmed";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** The host did not answer before the start: nothing was ever booked, and what is free instead. */
export function bookingLapsedMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("bookingLapsed.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("bookingLapsed.intro") },
    bookingFacts(payload, locale),
    ...freeInstead(payload.alternatives ?? [], locale),
    { kind: "button", label: words("bookingLapsed.button"), url: payload.url },
  ]);
}
