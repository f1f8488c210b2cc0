import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingAttachment } from "./calendar";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** Said plainly, with the reason in the words it was given; the attachment removes the entry. */
export function bookingCancelledMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const reason: MailBlock[] = payload.reason
    ? [
        { kind: "text", text: words("bookingCancelled.reason") },
        { kind: "quote", text: payload.reason },
      ]
    : [];
  return mailDocument(
    locale,
    words("bookingCancelled.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("bookingCancelled.intro") },
      bookingFacts(payload, locale),
      ...reason,
      { kind: "button", label: words("bookingCancelled.button"), url: payload.url },
      { kind: "small", text: words("bookingCancelled.calendar") },
    ],
    [bookingAttachment(payload, locale, "cancelled", stamp)],
  );
}
