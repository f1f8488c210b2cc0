import type { HostWeek } from "@/lib/bookings/weeks/queries";
import { capitalised, formatDay, formatTimes } from "@/lib/core/format";
import type { RoomEvent } from "@/lib/events/rooms/queries";
import { nameOf, stateWords, type Wording } from "./entry-words";
import { EventLink } from "./event-link";
import { FreePlaces } from "./free-places";

type WeekListProps = {
  week: HostWeek;
  wording: Wording;
  at: Date;
  /** By the booking of its room. */
  events: ReadonlyMap<string, RoomEvent>;
  /** Somebody a place is being chosen for: each day then says what is free. */
  personId?: string | undefined;
};

/** The week as a telephone shows it: day after day, who comes, each a link to what may be done. */
export function WeekList({ week, wording, at, events, personId }: WeekListProps) {
  const { t, locale, timeZone } = wording;
  const { slug } = week.space;
  return (
    <div className="week-list">
      {week.days.map((day) => {
        const entries = week.entries.filter((entry) => entry.day === day);
        return (
          <section key={day} aria-labelledby={`jour-${day}`}>
            <h2 id={`jour-${day}`}>
              <a href={`/hote/${slug}?jour=${day}`}>
                {capitalised(formatDay(day, locale), locale)}
              </a>
            </h2>
            {entries.length === 0 ? <p className="muted">{t("week.nobody")}</p> : null}
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <span>{entry.resource.name}</span>
                  <span>
                    <a href={`/hote/${slug}/reservations/${entry.id}`}>{nameOf(entry, wording)}</a>
                    <small>{formatTimes(entry, timeZone, locale)}</small>
                    <EventLink event={events.get(entry.id)} wording={wording} />
                  </span>
                  <span className={`state state-${entry.attendance}`}>
                    {stateWords(entry, wording)}
                  </span>
                </li>
              ))}
            </ul>
            {personId ? (
              <FreePlaces week={week} wording={wording} at={at} day={day} personId={personId} />
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
