import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingAttachment } from "./calendar";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** A closure took the place: an apology, the reason, and the way to another moment. */
export function bookingClosedMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const reason: MailBlock[] = payload.reason
    ? [
        { kind: "text", text: words("bookingClosed.reason") },
        { kind: "quote", text: payload.reason },
      ]
    : [];
  return mailDocument(
    locale,
    words("bookingClosed.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("bookingClosed.intro") },
      ...reason,
      bookingFacts(payload, locale),
      { kind: "text", text: words("bookingClosed.next") },
      { kind: "button", label: words("bookingClosed.button"), url: payload.url },
      { kind: "small", text: words("bookingClosed.calendar") },
    ],
    [bookingAttachment(payload, locale, "cancelled", stamp)],
  );
}
