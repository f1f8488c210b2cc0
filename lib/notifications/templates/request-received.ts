import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** For the hosts: something waits for their answer. Who asks is read on the page, not in a mailbox. */
export function requestReceivedMail(payload: BookingPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("requestReceived.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("requestReceived.intro") },
    bookingFacts(payload, locale),
    { kind: "button", label: words("requestReceived.button"), url: payload.url },
  ]);
}
