import type { MailLocale, OfferPayload } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { type MailContent, mailDocument, mailInstant, mailWords } from "./layout";

/**
 * A place is held for somebody who waited: what, until when, and the page whose two buttons answer.
 * Opening it answers nothing, so that a mail scanner neither takes nor gives back a place. No calendar
 * entry: nothing is booked yet.
 */
export function bookingOfferedMail(payload: OfferPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const { quantity, spaceName: space } = payload;
  const instant = mailInstant(payload.offerUntil, payload.timeZone, locale);
  return mailDocument(locale, words("bookingOffered.subject", { quantity, space }), [
    { kind: "text", text: words("bookingOffered.intro", { quantity }) },
    bookingFacts(payload, locale),
    { kind: "text", text: words("bookingOffered.until", { quantity, instant }) },
    { kind: "button", label: words("bookingOffered.button"), url: payload.url },
    { kind: "small", text: words("bookingOffered.after") },
  ]);
}
