import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { nameOf, stateWords, type Wording, whenWords } from "@/components/host/entry-words";
import type { HostEntry } from "@/lib/bookings/host-days/queries";
import type { HostWeek } from "@/lib/bookings/weeks/queries";
import { type Cell, cellsOf } from "@/lib/bookings/weeks/rules";
import type { Day } from "@/lib/core/day";
import { dayParts, formatDay, formatTimes } from "@/lib/core/format";
import type { RoomEvent } from "@/lib/events/rooms/queries";
import type { SpaceResource } from "@/lib/spaces/queries";
import { freeCellAddress } from "./cell-address";
import { EventLink } from "./event-link";

type WeekBoardProps = {
  week: HostWeek;
  wording: Wording;
  at: Date;
  today: Day;
  /** By the booking of its room. */
  events: ReadonlyMap<string, RoomEvent>;
  /** Somebody a place is being chosen for: free cells lead to it being booked for them. */
  personId?: string | undefined;
};
type Row = WeekBoardProps & { part: (part: Cell<HostEntry>["part"]) => string };

/** Resources × half-days of a week: a plain table of links, made a grid by GridKeys once scripts run. */
export async function WeekBoard(props: WeekBoardProps) {
  const { week, wording, at, today } = props;
  const { t, locale } = wording;
  const parts = await getTranslations("board.parts");
  const facts = { ...week, calendar: week.space.calendar };
  const row = { ...props, part: (part: Cell<HostEntry>["part"]) => parts(part) };
  const [first, last] = [week.days[0], week.days.at(-1)];
  return (
    <table className="weekboard">
      <caption className="sr-only">
        {t("week.caption", {
          from: first ? formatDay(first, locale) : "",
          until: last ? formatDay(last, locale) : "",
        })}
      </caption>
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            {t("resource")}
          </th>
          {week.days.map((day) => (
            <th key={day} scope="colgroup" colSpan={2} data-today={day === today || undefined}>
              <a href={`/hote/${week.space.slug}?jour=${day}`}>
                <span aria-hidden="true">
                  {dayParts(day, locale).weekday} <b>{dayParts(day, locale).date}</b>
                </span>
                <span className="sr-only">{formatDay(day, locale)}</span>
              </a>
            </th>
          ))}
        </tr>
        <tr>
          {week.days.flatMap((day) =>
            (["morning", "afternoon"] as const).map((half) => (
              <th key={`${day} ${half}`} scope="col">
                <span aria-hidden="true">{t(`week.short.${half}`)}</span>
                <span className="sr-only">{parts(half)}</span>
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {week.space.resources.map((resource) => (
          <tr key={resource.id}>
            <th scope="row">{resource.name}</th>
            {cellsOf(resource, week.days, facts, at).map((cell) => (
              <td
                key={`${cell.day} ${cell.part}`}
                colSpan={cell.part === "day" ? 2 : 1}
                className={`week-${cell.state}`}
                data-resource={resource.id}
                data-day={cell.day}
                data-part={cell.part}
              >
                {cell.entries.length > 0
                  ? cell.entries.map((entry) => stop(entry, cell, row))
                  : empty(resource, cell, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One booking in its cell, its name all in words: who, where, when, in which state. */
function stop(entry: HostEntry, cell: Cell<HostEntry>, { week, wording, part, events }: Row) {
  const { locale, timeZone } = wording;
  const name = nameOf(entry, wording);
  const hours = entry.part === "hours" ? formatTimes(entry, timeZone, locale) : null;
  const state = stateWords(entry, wording);
  // What is seen comes first: who speaks to the page says what they read (WCAG 2.5.3).
  const words = [
    name,
    ...(hours ? [hours, state] : [state]),
    entry.resource.name,
    formatDay(cell.day, locale),
    ...(hours ? [] : [part(cell.part)]),
    ...(entry.checkedInAt ? [whenWords(entry, wording)] : []),
  ];
  return (
    <Fragment key={entry.id}>
      <a
        data-stop
        data-booking={entry.id}
        data-name={name}
        className={`week-entry week-entry-${entry.attendance}`}
        href={`/hote/${week.space.slug}/reservations/${entry.id}`}
        aria-label={words.join(", ")}
      >
        <b>{name}</b> {hours ? <small>{hours}</small> : null} <small>{state}</small>
      </a>
      <EventLink event={events.get(entry.id)} wording={wording} isStop />
    </Fragment>
  );
}

/** A half-day nobody holds: a link to what may be done with it, or why nothing may. */
function empty(
  resource: SpaceResource,
  cell: Cell<HostEntry>,
  { week, wording, part, personId }: Row,
) {
  const { t, locale } = wording;
  const state = cell.reason ?? t(`week.states.${cell.state}`);
  const words = [resource.name, formatDay(cell.day, locale), part(cell.part), state].join(", ");
  if (cell.state !== "free") {
    return (
      <span data-stop className="week-empty" title={cell.reason ?? undefined}>
        <span aria-hidden="true">{t(`week.states.${cell.state}`)}</span>
        <span className="sr-only">{words}</span>
      </span>
    );
  }
  const place = { resourceId: resource.id, day: cell.day, part: cell.part };
  return (
    <a
      data-stop
      className="week-empty"
      href={freeCellAddress(week.space.slug, place, personId)}
      aria-label={words}
    >
      {state}
    </a>
  );
}
