import type { BookingPayload, MailLocale } from "../schema";
import { bookingAttachment } from "./calendar";
import {
  type MailBlock,
  type MailContent,
  mailDocument,
  mailInstant,
  mailInterval,
  mailWords,
} from "./layout";

/** What, when and where, and until when it can be undone; the calendar entry is attached. */
export function bookingConfirmedMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const { cancelUntil, timeZone } = payload;
  return mailDocument(
    locale,
    words("bookingConfirmed.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("bookingConfirmed.intro") },
      bookingFacts(payload, locale),
      { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
      {
        kind: "text",
        text: cancelUntil
          ? words("bookingConfirmed.cancelUntil", {
              instant: mailInstant(cancelUntil, timeZone, locale),
            })
          : words("bookingConfirmed.cancel"),
      },
      { kind: "small", text: words("bookingConfirmed.calendar") },
    ],
    [bookingAttachment(payload, locale, "confirmed", stamp)],
  );
}

/** The five lines somebody looks for on the way there. */
export function bookingFacts(payload: BookingPayload, locale: MailLocale): MailBlock {
  const words = mailWords(locale);
  const { day, hours } = mailInterval(payload, locale);
  return {
    kind: "facts",
    rows: [
      [words("facts.day"), day],
      [words("facts.hours"), hours],
      [words("facts.place"), payload.resourceName],
      [words("facts.space"), payload.spaceName],
      [words("facts.address"), payload.address],
    ],
  };
}
