import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingAttachment } from "./calendar";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** Nobody was noted as arrived in time: the place was given back, said without reproach. */
export function bookingNoShowMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  return mailDocument(
    locale,
    words("bookingNoShow.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("bookingNoShow.intro") },
      bookingFacts(payload, locale),
      { kind: "text", text: words("bookingNoShow.there") },
      { kind: "text", text: words("bookingNoShow.next") },
      { kind: "button", label: words("bookingNoShow.button"), url: payload.url },
      { kind: "small", text: words("bookingNoShow.calendar") },
    ],
    [bookingAttachment(payload, locale, "cancelled", stamp)],
  );
}
