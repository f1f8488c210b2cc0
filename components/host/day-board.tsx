import { Check, Clock, Hourglass, LogOut, TriangleAlert, X } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import type { HostDay, HostEntry } from "@/lib/bookings/host-days/queries";
import {
  type BoardSpan,
  boardSpan,
  minuteOn,
  type Piece,
  piecesOf,
} from "@/lib/bookings/host-days/rules";
import { inServiceOn } from "@/lib/bookings/rules";
import { formatDay, formatMinute, formatTime, formatTimes } from "@/lib/core/format";
import type { Interval } from "@/lib/core/interval";
import { localeOf } from "@/lib/core/locale";
import { openRuns } from "@/lib/spaces/opening-hours/rules";
import { nameOf, stateWords, type Wording, whenWords } from "./entry-words";

const icons = {
  offered: Hourglass,
  expected: Clock,
  late: TriangleAlert,
  present: Check,
  left: LogOut,
  missed: X,
};

/** Grid columns of five minutes: fine enough for every step on offer. */
const step = 5;

type Drawn = Wording & { span: BoardSpan; hostDay: HostDay };

/**
 * Resources × time of one day, drawn by minutes with CSS grid: plain cells and strings, whatever the
 * number of desks. The list beside it says and does the same.
 */
export async function DayBoard({ hostDay, at }: { hostDay: HostDay; at: Date }) {
  const [t, host, features, language] = await Promise.all([
    getTranslations("board"),
    getTranslations("host"),
    getTranslations("spaces.features"),
    getLocale(),
  ]);
  const { space, day, entries } = hostDay;
  const { timeZone } = space.calendar;
  const runs = openRuns(space.calendar, day.day);
  const span = boardSpan(day.day, [...runs, ...entries], timeZone);
  const locale = localeOf(language);
  if (!span) return <p className="panel">{t("closedDay")}</p>;
  const drawn = { t, host, locale, timeZone, span, hostDay };
  const facts = { ...hostDay, closures: space.calendar.closures, runs };
  const resources = inServiceOn(space.resources, day.day);
  const minute = minuteOn(day.day, at, timeZone);
  const isNow = minute > span.startMinute && minute < span.endMinute;
  const minutes = span.endMinute - span.startMinute;
  const style: Record<string, number> = {
    "--steps": minutes / step,
    "--hours": minutes / 60,
    ...(isNow ? { "--now": (minute - span.startMinute) / minutes } : {}),
  };
  return (
    <table className={isNow ? "dayboard dayboard-now" : "dayboard"} style={style as CSSProperties}>
      <caption className="sr-only">
        {t("caption", {
          day: formatDay(day.day, locale),
          from: formatMinute(span.startMinute, locale),
          until: formatMinute(span.endMinute, locale),
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("resource")}</th>
          <th scope="col" className="dayboard-hours">
            <span className="sr-only">{t("hours")}</span>
            <Hours span={span} wording={drawn} />
            {isNow ? (
              <span className="dayboard-clock">
                <span className="sr-only">{t("nowAt", { time: "" })}</span>
                {formatTime(at, timeZone, locale)}
              </span>
            ) : null}
          </th>
        </tr>
      </thead>
      <tbody>
        {resources.map((resource) => (
          <tr key={resource.id}>
            <th scope="row">
              {resource.name}
              <small>
                {resource.capacity > 1
                  ? t("capacity", { count: resource.capacity })
                  : resource.features.map((feature) => features(feature)).join(", ")}
              </small>
            </th>
            <td>
              <ol className="timeline">
                {piecesOf(resource, facts, at).map((piece) => drawPiece(piece, drawn))}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Hours({ span, wording: { locale } }: { span: BoardSpan; wording: Wording }) {
  const count = (span.endMinute - span.startMinute) / 60;
  const marks = Array.from(
    { length: count - 1 },
    (_, index) => span.startMinute + 60 * (index + 1),
  );
  return (
    <span aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark} style={{ left: `${(100 * (mark - span.startMinute)) / (60 * count)}%` }}>
          {formatMinute(mark, locale)}
        </span>
      ))}
    </span>
  );
}

/** One piece as a cell of the grid; null when it falls outside the hours shown. */
function drawPiece(piece: Piece<HostEntry>, drawn: Drawn): ReactNode {
  const { t, locale, timeZone } = drawn;
  const style = place(piece, drawn);
  if (!style) return null;
  const key = `${piece.kind} ${piece.startsAt.getTime()}`;
  switch (piece.kind) {
    case "entry":
      return block(piece.entry, style, drawn);
    case "outside":
      return (
        <li
          key={key}
          className={piece.clashes ? "timeline-clash" : "timeline-outside"}
          style={style}
        >
          <b>{t("states.outside")}</b>
          <small>{formatTimes(piece, timeZone, locale)}</small>
        </li>
      );
    case "closed":
      return (
        <li key={key} className="timeline-closed" style={style}>
          <span>{t("closedReason", { reason: piece.reason })}</span>
        </li>
      );
    case "free":
      return (
        <li key={key} className="timeline-free" style={style}>
          {t("states.free")}
          <span className="sr-only">, {formatTimes(piece, timeZone, locale)}</span>
        </li>
      );
  }
}

function block(entry: HostEntry, style: CSSProperties, drawn: Drawn): ReactNode {
  const Icon = icons[entry.attendance];
  const shape = `timeline-${entry.attendance}${entry.isWalkIn ? " timeline-walk-in" : ""}`;
  return (
    <li key={entry.id} className={shape} style={style}>
      <a href={`#venue-${entry.id}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span>
          <b>{nameOf(entry, drawn)}</b>
          <small>
            {stateWords(entry, drawn)}, {whenWords(entry, drawn)}
          </small>
        </span>
      </a>
    </li>
  );
}

/** Where an interval stands on the grid, cut to the hours shown; null when it is not among them. */
function place(interval: Interval, { span, hostDay, timeZone }: Drawn): CSSProperties | null {
  const line = (instant: Date) => {
    const minute = minuteOn(hostDay.day.day, instant, timeZone);
    const shown = Math.min(span.endMinute, Math.max(span.startMinute, minute));
    return Math.round((shown - span.startMinute) / step) + 1;
  };
  const [from, until] = [line(interval.startsAt), line(interval.endsAt)];
  return from < until ? { gridColumn: `${from} / ${until}` } : null;
}
