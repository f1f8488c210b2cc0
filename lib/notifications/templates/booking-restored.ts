import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { withdrawnEntry } from "./booking-moved";
import { bookingAttachment } from "./calendar";
import { type MailContent, mailDocument, mailWords } from "./layout";

/** It had ended by mistake and stands again; the attachment puts the entry back. */
export function bookingRestoredMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const undone = payload.because === "closure_undone";
  const key = undone ? "bookingRestored.undone" : "bookingRestored.intro";
  return mailDocument(
    locale,
    words("bookingRestored.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words(key) },
      bookingFacts(payload, locale),
      { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
      { kind: "small", text: words("bookingConfirmed.calendar") },
    ],
    [
      bookingAttachment(payload, locale, "confirmed", stamp),
      ...(payload.before?.elsewhere ? [withdrawnEntry(payload, locale, stamp)] : []),
    ],
  );
}
