import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, monthStart } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { comesFirst } from "@/lib/events/first-timers/queries";
import { now } from "@/lib/infra/clock";
import { Prisma, readDb } from "@/lib/infra/db";
import { canReadReports } from "../policy";
import type { DayRange } from "../rules";
import { monthsIn } from "./periods/rules";
import { heldAmong } from "./rules";
import type { CountedEvent, EventsReport, FiguresLine } from "./schema";
import { type Parting, partings, shownFigures, untoldOfEvents } from "./telling/rules";

/**
 * Events over local days, both included, as they stand at that instant: of the network, by theme and by
 * organising space, what tells of people of whole
 * months that may tell it. NotFound for others than staff and admins.
 */
export async function getEventsReport(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<EventsReport> {
  if (!canReadReports(actor)) throw new NotFound();
  const events = await listCountedEvents(range);
  const asked = { range, at };
  const untold = untoldOfEvents(events, asked);
  const linesOf = (of: Parting, nameOf: (event: CountedEvent) => string) =>
    [...Map.groupBy(events, (event) => event[partings[of]])]
      .map(
        ([key, own]): FiguresLine => ({
          key,
          name: own[0] ? nameOf(own[0]) : "",
          figures: shownFigures(own, asked, { untold, part: { of, key } }),
        }),
      )
      .sort((a, b) => mostHeld(a, b) || a.name.localeCompare(b.name, "fr"));
  return {
    range,
    network: shownFigures(events, asked, { untold, part: null }),
    themes: linesOf("themes", ({ theme }) => theme),
    sites: linesOf("sites", ({ spaceName }) => spaceName),
    months: monthsIn(range).map((first) => monthOf(events, first, at)),
  };
}

function mostHeld(a: FiguresLine, b: FiguresLine): number {
  return b.figures.held - a.figures.held;
}

function monthOf(events: CountedEvent[], first: Day, at: Date) {
  const own = events.filter(({ day }) => monthStart(day) === first);
  const cancelled = own.filter(({ state }) => state === "cancelled").length;
  return { first, held: heldAmong(own, at).length, cancelled };
}

type Row = Omit<CountedEvent, "day" | "feedback"> & { day: Date; notes: number; noteSum: number };

/** Events once announced, of those local days, with what is counted of each. For reports: no check. */
export async function listCountedEvents({ first, last }: DayRange): Promise<CountedEvent[]> {
  const rows = await readDb.$queryRaw<Row[]>(Prisma.sql`
    SELECT e.id, e.space_id AS "spaceId", s.name AS "spaceName", e.theme, e.state, e.day,
      e.starts_at AS "startsAt", e.ends_at AS "endsAt", e.capacity,
      e.needs_registration AS "needsRegistration", e.head_count AS heads,
      (SELECT coalesce(sum(r.quantity), 0)::int FROM event_registrations r
        WHERE r.space_id = e.space_id AND r.event_id = e.id AND r.state = 'confirmed'
          AND r.source <> 'walk_in') AS registered,
      (SELECT count(*)::int FROM event_attendees a
        WHERE a.space_id = e.space_id AND a.event_id = e.id AND a.present_at IS NOT NULL
          AND a.withdrawn_at IS NULL) AS named,
      (SELECT count(*)::int FROM event_attendees a
        JOIN event_registrations r ON r.space_id = a.space_id AND r.id = a.registration_id
        WHERE a.space_id = e.space_id AND a.event_id = e.id AND a.position = 0
          AND a.present_at IS NOT NULL AND a.withdrawn_at IS NULL
          AND ${comesFirst}) AS "firstTimers",
      (SELECT count(*)::int FROM event_feedback f
        WHERE f.space_id = e.space_id AND f.event_id = e.id) AS notes,
      (SELECT coalesce(sum(f.score), 0)::int FROM event_feedback f
        WHERE f.space_id = e.space_id AND f.event_id = e.id) AS "noteSum"
    FROM events e JOIN spaces s ON s.id = e.space_id
    WHERE e.day BETWEEN ${dateColumn(first)}::date AND ${dateColumn(last)}::date
      AND (e.state = 'published' OR (e.state = 'cancelled' AND e.published_at IS NOT NULL))
    ORDER BY e.starts_at, e.id`);
  return rows.map(({ day, notes, noteSum, ...row }) => ({
    ...row,
    day: dayFromColumn(day),
    feedback: { count: notes, sum: noteSum },
  }));
}
