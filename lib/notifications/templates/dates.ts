import type { Day } from "@/lib/core/day";
import type { DatesNoticeKind, DatesPayload, MailLocale } from "../schema";
import { bookingsAttachment } from "./calendar";
import {
  type MailBlock,
  type MailContent,
  mailDay,
  mailDocument,
  mailInterval,
  mailWords,
} from "./layout";

const isEnd: Record<DatesNoticeKind, boolean> = {
  "series-confirmed": false,
  "series-changed": false,
  "series-cancelled": true,
  "absence-noted": true,
};

/** One mail for many dates: each in words, those left aside, and one calendar file of them all. */
export function datesMail(
  kind: DatesNoticeKind,
  payload: DatesPayload,
  locale: MailLocale,
  stamp: Date,
): MailContent {
  const words = mailWords(locale);
  const { dates, others, asks, url } = payload;
  const key = kind === "series-confirmed" && asks ? "series-requested" : kind;
  const count = dates.length;
  const left: MailBlock[] =
    others.length > 0
      ? [
          { kind: "text", text: words(`dates.${key}.others`, { count: others.length }) },
          { kind: "text", text: listOf(others, locale) },
        ]
      : [];
  const calendar: MailBlock[] = asks
    ? []
    : [{ kind: "small", text: words(`dates.${isEnd[kind] ? "calendarRemoves" : "calendarAdds"}`) }];
  return mailDocument(
    locale,
    words(`dates.${key}.subject`, { count, space: dates[0]?.spaceName ?? "" }),
    [
      { kind: "text", text: words(`dates.${key}.intro`, { count }) },
      { kind: "facts", rows: dates.map((date) => factOf(date, locale)) },
      ...left,
      { kind: "button", label: words(`dates.${key}.button`), url },
      ...calendar,
    ],
    asks ? [] : [bookingsAttachment(dates, locale, isEnd[kind] ? "cancelled" : "confirmed", stamp)],
  );
}

/** A date as a line of a mail: the day, then the hours, the place and the space. */
export function factOf(date: DatesPayload["dates"][number], locale: MailLocale): [string, string] {
  const { day, hours } = mailInterval(date, locale);
  return [day, `${hours}, ${date.resourceName}, ${date.spaceName}`];
}

/** A year of closed dates would hide the rest of the mail: the series has them all. */
const mostNamed = 12;

function listOf(days: Day[], locale: MailLocale): string {
  const named = days.slice(0, mostNamed).map((day) => mailDay(day, locale));
  const more = days.length - named.length;
  const rest = more > 0 ? [mailWords(locale)("dates.more", { count: more })] : [];
  return [...named, ...rest].join(", ");
}
