import type { MailLocale, SwapPayload } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingAttachment } from "./calendar";
import { type MailBlock, type MailContent, mailDocument, mailWords } from "./layout";

/** Somebody would exchange: what one has, what one would get; who it is stays unsaid. */
export function swapProposedMail(payload: SwapPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  const message: MailBlock[] = payload.message
    ? [
        { kind: "text", text: words("swapProposed.message") },
        { kind: "quote", text: payload.message },
      ]
    : [];
  return mailDocument(locale, words("swapProposed.subject", { space: payload.spaceName }), [
    { kind: "text", text: words("swapProposed.intro") },
    bookingFacts(payload, locale),
    { kind: "text", text: words("swapProposed.against") },
    bookingFacts(payload.other, locale),
    ...message,
    { kind: "button", label: words("swapProposed.button"), url: `${payload.url}/echanger` },
    { kind: "small", text: words("swapProposed.free") },
  ]);
}

/** The other member keeps their booking; one keeps one's own. */
export function swapDeclinedMail(payload: SwapPayload, locale: MailLocale): MailContent {
  const words = mailWords(locale);
  return mailDocument(locale, words("swapDeclined.subject"), [
    { kind: "text", text: words("swapDeclined.intro") },
    bookingFacts(payload, locale),
    { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
  ]);
}

/** What one has from now on and what one no longer has, in words and in the calendar. */
export function swapDoneMail(payload: SwapPayload, locale: MailLocale, stamp: Date): MailContent {
  const words = mailWords(locale);
  return mailDocument(
    locale,
    words("swapDone.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("swapDone.intro") },
      bookingFacts(payload, locale),
      { kind: "text", text: words("swapDone.before") },
      bookingFacts(payload.other, locale),
      { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
      { kind: "small", text: words("swapDone.calendar") },
    ],
    [
      bookingAttachment(payload, locale, "confirmed", stamp),
      {
        ...bookingAttachment(payload.other, locale, "cancelled", stamp),
        filename: "ancienne-reservation.ics",
      },
    ],
  );
}
