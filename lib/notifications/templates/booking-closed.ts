import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { closureReason } from "./booking-kept";
import { bookingAttachment } from "./calendar";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** A closure took the place: an apology, the reason, and the way to another moment. */
export function bookingClosedMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const because = payload.because === "closure_undone" ? null : payload.because;
  const cause = because ?? "space_closes";
  return mailDocument(
    locale,
    words(`bookingClosed.subject.${cause}`, {
      space: payload.spaceName,
      resource: payload.resourceName,
    }),
    [
      { kind: "text", text: words(`bookingClosed.intro.${cause}`) },
      ...closureReason(payload, locale),
      bookingFacts(payload, locale),
      { kind: "text", text: words("bookingClosed.next") },
      { kind: "button", label: words("bookingClosed.button"), url: payload.url },
      { kind: "small", text: words("bookingClosed.calendar") },
    ],
    [bookingAttachment(payload, locale, "cancelled", stamp)],
  );
}
