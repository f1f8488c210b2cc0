import type { MailLocale, ReachedPayload } from "../schema";
import { freeInstead } from "./alternatives";
import { bookingsAttachment } from "./calendar";
import { factOf } from "./dates";
import { type MailBlock, type MailContent, mailDay, mailDocument, mailWords } from "./layout";

/** Dates of a series have opened for booking: those had, those missed and what is free instead. */
export function seriesReachedMail(
  payload: ReachedPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const { dates, missed, asks, spaceName: space, url } = payload;
  const had = asks ? "asked" : "booked";
  const count = dates.length;
  const subject =
    count > 0
      ? words(`seriesReached.${had}.subject`, { count, space })
      : words("seriesReached.missed.subject", { count: missed.length, space });
  const told: MailBlock[] =
    count > 0
      ? [
          { kind: "text", text: words(`seriesReached.${had}.intro`, { count }) },
          { kind: "facts", rows: dates.map((date) => factOf(date, locale)) },
        ]
      : [];
  const calendar: MailBlock[] =
    count > 0 && !asks ? [{ kind: "small", text: words("dates.calendarAdds") }] : [];
  return mailDocument(
    locale,
    subject,
    [
      { kind: "text", text: words("seriesReached.why") },
      ...told,
      ...missed.flatMap((each) => missedDate(each, locale)),
      { kind: "button", label: words("seriesReached.button"), url },
      ...calendar,
    ],
    calendar.length > 0 ? [bookingsAttachment(dates, locale, "confirmed", stamp)] : [],
  );
}

function missedDate(
  { day, alternatives }: ReachedPayload["missed"][number],
  locale: MailLocale,
): MailBlock[] {
  const words = mailWords(locale);
  const text = words("seriesReached.missed.day", { day: mailDay(day, locale) });
  return [{ kind: "text", text }, ...freeInstead(alternatives, locale)];
}
