import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { bookingAttachment } from "./calendar";
import {
  type MailBlock,
  type MailContent,
  mailDocument,
  mailInstant,
  mailInterval,
  mailWords,
} from "./layout";

/** Where it is now, then where it was; the attachment moves the entry (same UID, later SEQUENCE). */
export function bookingMovedMail(
  payload: BookingPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const { cancelUntil, timeZone } = payload;
  const until: MailBlock[] = cancelUntil
    ? [
        {
          kind: "text",
          text: words("bookingConfirmed.cancelUntil", {
            instant: mailInstant(cancelUntil, timeZone, locale),
          }),
        },
      ]
    : [];
  return mailDocument(
    locale,
    words("bookingMoved.subject", { space: payload.spaceName }),
    [
      { kind: "text", text: words("bookingMoved.intro") },
      bookingFacts(payload, locale),
      ...bookingBefore(payload, locale),
      { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
      ...until,
      { kind: "small", text: words("bookingMoved.calendar") },
    ],
    [bookingAttachment(payload, locale, "confirmed", stamp)],
  );
}

/** What stood before a move, so that nobody keeps the old date in mind; nothing when it did not move. */
export function bookingBefore(payload: BookingPayload, locale: MailLocale): MailBlock[] {
  const { before, timeZone } = payload;
  if (!before) return [];
  const words = mailWords(locale);
  const { day, hours } = mailInterval({ ...before, timeZone }, locale);
  return [
    { kind: "text", text: words("bookingMoved.before") },
    {
      kind: "facts",
      rows: [
        [words("facts.day"), day],
        [words("facts.hours"), hours],
        [words("facts.place"), before.resourceName],
      ],
    },
  ];
}
