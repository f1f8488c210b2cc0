import { Check, Clock, Hourglass, LogOut, TriangleAlert, X } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";
import { GridKeys } from "@/components/ui/grid-keys";
import type { HostDay, HostEntry } from "@/lib/bookings/host-days/queries";
import {
  type BoardCell,
  type BoardSpan,
  boardCells,
  boardSpan,
  columnMinutes,
  minuteOn,
  piecesOf,
} from "@/lib/bookings/host-days/rules";
import { inServiceOn } from "@/lib/bookings/rules";
import { addDays } from "@/lib/core/day";
import { formatDay, formatMinute, formatTime, formatTimes } from "@/lib/core/format";
import { localeOf } from "@/lib/core/locale";
import { openRuns } from "@/lib/spaces/opening-hours/rules";
import type { SpaceResource } from "@/lib/spaces/queries";
import { nameOf, stateWords, type Wording, whenWords } from "./entry-words";

const icons = {
  offered: Hourglass,
  expected: Clock,
  late: TriangleAlert,
  present: Check,
  left: LogOut,
  missed: X,
};

type Drawn = Wording & { span: BoardSpan };

/**
 * Resources × time of one day, a column every five minutes: a plain table of links to the list beside it,
 * which says and does the same, made a grid by GridKeys once scripts run.
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
  const drawn = { t, host, locale, timeZone, span };
  const facts = { ...hostDay, closures: space.calendar.closures, runs };
  const resources = inServiceOn(space.resources, day.day);
  const minute = minuteOn(day.day, at, timeZone);
  const isNow = minute > span.startMinute && minute < span.endMinute;
  const minutes = span.endMinute - span.startMinute;
  const columns = minutes / columnMinutes;
  const style: Record<string, number> = {
    "--hours": minutes / 60,
    ...(isNow ? { "--now": (minute - span.startMinute) / minutes } : {}),
  };
  const address = (count: number) => `/hote/${space.slug}?jour=${addDays(day.day, count)}`;
  return (
    <GridKeys previous={address(-1)} next={address(1)}>
      <p className="small muted no-print mb-2">{t("gridHelp")}</p>
      <table
        className={isNow ? "dayboard dayboard-now" : "dayboard"}
        style={style as CSSProperties}
      >
        <caption className="sr-only">
          {t("caption", {
            day: formatDay(day.day, locale),
            from: formatMinute(span.startMinute, locale),
            until: formatMinute(span.endMinute, locale),
          })}
        </caption>
        <colgroup>
          <col className="dayboard-names" />
          <col span={columns} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t("resource")}</th>
            <th scope="col" colSpan={columns} className="dayboard-hours">
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
              {boardCells(piecesOf(resource, facts, at), { span, day: day.day, timeZone }).map(
                (cell) => drawCell(cell, resource, drawn),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </GridKeys>
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

/** Keyed by its end: what is free from now on starts later at each drawing. */
function drawCell(cell: BoardCell<HostEntry>, resource: SpaceResource, drawn: Drawn): ReactNode {
  const columns = cell.until - cell.from;
  if (cell.pieces.length === 0) return <td key={cell.until} colSpan={columns} />;
  const style: Record<string, number> = { "--columns": columns };
  return (
    <td key={cell.until} colSpan={columns}>
      <div className="timeline" style={style as CSSProperties}>
        {cell.pieces.map(({ piece, from, until }) => {
          const place = { gridColumn: `${from - cell.from + 1} / ${until - cell.from + 1}` };
          return drawPiece(piece, { ...drawn, resource, place });
        })}
      </div>
    </td>
  );
}

type Placed = Drawn & { resource: SpaceResource; place: CSSProperties };
type BoardPiece = BoardCell<HostEntry>["pieces"][number]["piece"];

/** What is seen comes first in its name, the resource after it for whoever does not see the row. */
function drawPiece(piece: BoardPiece, drawn: Placed): ReactNode {
  const { t, locale, timeZone, resource, place } = drawn;
  if (piece.kind === "entry") return block(piece.entry, drawn);
  const times = formatTimes(piece, timeZone, locale);
  const isClash = piece.kind === "outside" && piece.clashes;
  return (
    <span
      key={`${piece.kind} ${piece.endsAt.getTime()}`}
      data-stop
      className={`timeline-${isClash ? "clash" : piece.kind}`}
      style={place}
    >
      {piece.kind === "outside" ? (
        <>
          <b>{t("states.outside")}</b> <small>{times}</small>
        </>
      ) : (
        <>
          <span>
            {piece.kind === "closed"
              ? t("closedReason", { reason: piece.reason })
              : t("states.free")}
          </span>
          <span className="sr-only">, {times}</span>
        </>
      )}
      <span className="sr-only">, {resource.name}</span>
    </span>
  );
}

function block(entry: HostEntry, drawn: Placed): ReactNode {
  const Icon = icons[entry.attendance];
  return (
    <a
      key={entry.id}
      data-stop
      className={`timeline-${entry.attendance}${entry.isWalkIn ? " timeline-walk-in" : ""}`}
      style={drawn.place}
      href={`#venue-${entry.id}`}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <b>{nameOf(entry, drawn)}</b>{" "}
        <small>
          {stateWords(entry, drawn)}, {whenWords(entry, drawn)}
        </small>
        <span className="sr-only">, {drawn.resource.name}</span>
      </span>
    </a>
  );
}
