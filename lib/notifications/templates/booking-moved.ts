import type { BookingPayload, MailLocale } from "../schema";
import { bookingFacts } from "./booking-confirmed";
import { closureReason } from "./booking-kept";
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
  const { cancelUntil, timeZone, because } = payload;
  const old = payload.before?.elsewhere;
  const isClosure = because === "space_closes" || because === "place_closes";
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
      {
        kind: "text",
        text: words(isClosure ? `bookingMoved.why.${because}` : "bookingMoved.intro"),
      },
      bookingFacts(payload, locale),
      ...bookingBefore(payload, locale),
      ...closureReason(payload, locale),
      ...(isClosure ? [{ kind: "text" as const, text: words("bookingMoved.elsewhere") }] : []),
      { kind: "button", label: words("bookingConfirmed.button"), url: payload.url },
      ...until,
      { kind: "small", text: words(old ? "bookingMoved.old" : "bookingMoved.calendar") },
    ],
    [
      bookingAttachment(payload, locale, "confirmed", stamp),
      ...(old ? [withdrawnEntry(payload, locale, stamp)] : []),
    ],
  );
}

/** The entry of the space it was in goes by itself: another space, another booking, another UID. */
export function withdrawnEntry(payload: BookingPayload, locale: MailLocale, stamp: Date) {
  const { before } = payload;
  const was = { ...payload, ...before, ...before?.elsewhere };
  return { ...bookingAttachment(was, locale, "cancelled", stamp), filename: "annulation.ics" };
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
        ...(before.elsewhere ? [[words("facts.space"), before.elsewhere.spaceName] as const] : []),
      ],
    },
  ];
}
