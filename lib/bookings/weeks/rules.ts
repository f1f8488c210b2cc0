import {
  addDays,
  clockText,
  type Day,
  endOfHours,
  instantAt,
  instantFrom,
  parseClock,
  parseDay,
  wallMinuteOf,
  weekdayOf,
} from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import type { HalfDay, OpeningCalendar } from "@/lib/spaces/opening-hours/schema";
import { holdsPlace, type OnBoard } from "../host-days/rules";
import type { Moment, ResourceTerms, Wanted } from "../moments/rules";
import { type BookableResource, inServiceOn, modeOf, slotOpening } from "../rules";
import { type BookedPart, type BookingPart, bookingParts } from "../schema";
import { type SearchParameters, textOf } from "../searches/rules";

export type CellState = "taken" | "kept" | "outside" | "closed" | "past" | "free";

/** One half-day of one resource, or its whole day when one booking fills both halves. */
export type Cell<Entry> = {
  day: Day;
  part: BookingPart;
  entries: Entry[];
  /** `kept`: by a room that shares its place; `outside`: by an outside calendar. */
  state: CellState;
  /** Why it is closed. */
  reason: string | null;
};

type WeekResource = BookableResource & {
  sharesWith: string[];
  closures: (Interval & { reason: string })[];
};
type WeekEntry = OnBoard & { day: Day; part: BookedPart };
export type WeekFacts<Entry> = {
  calendar: OpeningCalendar;
  entries: Entry[];
  outside: (Interval & { resourceId: string })[];
};

const halves: HalfDay[] = ["morning", "afternoon"];

/** The Monday of the week that day is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

const [pastDays, comingDays] = [3_660, 800];

/** The Monday of the week asked for; null for no day, and for years nobody has anything in. */
export function weekAsked(asked: Day | null, today: Day): Day | null {
  if (!asked) return null;
  const isNear = asked >= addDays(today, -pastDays) && asked <= addDays(today, comingDays);
  return isNear ? mondayOf(asked) : null;
}

/** The cells of one resource over these days, in order: two a day, one when a booking fills the day. */
export function cellsOf<Entry extends WeekEntry>(
  resource: WeekResource,
  days: Day[],
  facts: WeekFacts<Entry>,
  at: Date,
): Cell<Entry>[] {
  const own = facts.entries.filter((entry) => entry.resource.id === resource.id);
  return days.flatMap((day) => {
    const today = own.filter((entry) => entry.day === day);
    const whole = today.find((entry) => entry.part === "day" && entry.attendance !== "missed");
    if (whole) return [{ day, part: "day", entries: [whole], state: "taken", reason: null }];
    return halves.map((half) => cellOf(resource, day, half, today, facts, at));
  });
}

function cellOf<Entry extends WeekEntry>(
  resource: WeekResource,
  day: Day,
  half: HalfDay,
  today: Entry[],
  facts: WeekFacts<Entry>,
  at: Date,
): Cell<Entry> {
  const boundary = instantAt(day, facts.calendar.halfDayBoundary, facts.calendar.timeZone);
  const entries = today.filter(({ startsAt, endsAt }) =>
    half === "morning" ? startsAt < boundary : endsAt > boundary,
  );
  const cell = { day, part: half, entries };
  if (entries.some(({ attendance }) => attendance !== "missed")) {
    return { ...cell, state: "taken", reason: null };
  }
  return { ...cell, ...emptyState(resource, day, half, facts, at) };
}

/** What a half-day is when nobody holds it. */
function emptyState<Entry extends WeekEntry>(
  resource: WeekResource,
  day: Day,
  half: HalfDay,
  { calendar, entries, outside }: WeekFacts<Entry>,
  at: Date,
): Pick<Cell<Entry>, "state" | "reason"> {
  const opening = slotOpening(openingOfDay(calendar, day), half);
  if (!opening.open) return { state: "closed", reason: opening.reason };
  if (inServiceOn([resource], day).length === 0) return { state: "closed", reason: null };
  const closure = resource.closures.find((candidate) => overlaps(candidate, opening));
  if (closure) return { state: "closed", reason: closure.reason };
  if (opening.endsAt <= at) return { state: "past", reason: null };
  const isBusy = outside.some(
    (block) => block.resourceId === resource.id && overlaps(block, opening),
  );
  if (isBusy) return { state: "outside", reason: null };
  const isKept = entries.some(
    (entry) =>
      holdsPlace(entry) &&
      resource.sharesWith.includes(entry.resource.id) &&
      overlaps(entry, opening),
  );
  return { state: isKept ? "kept" : "free", reason: null };
}

type Carried = Interval & { part: BookedPart };
type Target = { day: Day; part: BookedPart; from?: number | undefined; until?: number | undefined };

/**
 * The moment a booking is asked to have in a cell. Exact hours are what they say; otherwise a day stays a
 * day, a half-day takes the half of the cell, hours keep their length: at the same time of the day when
 * the half is theirs, from its opening when it is the other.
 */
export function momentInCell(booking: Carried, target: Target, calendar: OpeningCalendar): Wanted {
  const { day, part, from, until } = target;
  const { timeZone } = calendar;
  if (part === "hours" && from !== undefined && until !== undefined) {
    const end = endOfHours(from, until) ?? until;
    return { startsAt: instantAt(day, from, timeZone), endsAt: instantFrom(day, end, timeZone) };
  }
  if (booking.part === "day") return { day, part: "day" };
  if (booking.part !== "hours" && part !== "hours") return { day, part };
  return shifted(booking, day, part, calendar);
}

function shifted(
  booking: Carried,
  day: Day,
  part: BookedPart,
  calendar: OpeningCalendar,
): Interval {
  const { timeZone, halfDayBoundary } = calendar;
  const minute = wallMinuteOf(booking.startsAt, timeZone);
  const own: HalfDay = minute < halfDayBoundary ? "morning" : "afternoon";
  const opening =
    part === own || part === "day" || part === "hours"
      ? null
      : slotOpening(openingOfDay(calendar, day), part);
  const startsAt = opening?.open ? opening.startsAt : instantAt(day, minute, timeZone);
  const length = booking.endsAt.getTime() - booking.startsAt.getTime();
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** A move as its form says it; `from` and `until` are wall times « HH:MM », for hours. */
export type CarryForm = {
  bookingId: string;
  resourceId: string;
  day: Day;
  part: BookedPart;
  from?: string;
  until?: string;
  exact: "1";
};
type Placed = Moment & { id: string; resourceId: string };

/** The form that carries a booking back to where it was; null when it has not moved, or that moment is over. */
export function carryBack(
  before: Placed,
  now: Interval & { resource: { id: string } },
  timeZone: string,
  at: Date,
): CarryForm | null {
  const { id, resourceId, day, part, startsAt, endsAt } = before;
  const isThere = +startsAt === +now.startsAt && +endsAt === +now.endsAt;
  if (endsAt <= at || (isThere && resourceId === now.resource.id)) return null;
  const form = { bookingId: id, resourceId, day, part, exact: "1" as const };
  if (part !== "hours") return form;
  const [from = "", until = ""] = [startsAt, endsAt].map((instant) =>
    clockText(wallMinuteOf(instant, timeZone)),
  );
  return { ...form, from, until };
}

/** A cell as an address says it: a half, a day, or hours « HH:MM » of one; empty when none were said. */
export type CellAsked = { day: Day; part: BookedPart; from: string; until: string };

/** Reads `jour`, `moment`, `de`, `a`; null when they name no cell. */
export function readCell(parameters: SearchParameters): CellAsked | null {
  const [day, part] = [parseDay(textOf(parameters["jour"])), textOf(parameters["moment"])];
  const known = [...bookingParts, "hours" as const].find((each) => each === part);
  const [from = "", until = ""] = ["de", "a"]
    .map((name) => textOf(parameters[name]))
    .map((text) => (parseClock(text) === null ? "" : text));
  return day && known ? { day, part: known, from, until } : null;
}

/** The half of the day that a cell is in, or the day. */
export function halfOf({ part, from }: CellAsked, calendar: OpeningCalendar): BookingPart {
  if (part !== "hours") return part;
  return (parseClock(from) ?? 0) < calendar.halfDayBoundary ? "morning" : "afternoon";
}

/** What may be booked from a cell of that resource, what was asked first: its half, its day, hours of it. */
export function momentsOfCell(
  { modes }: Pick<ResourceTerms, "modes">,
  asked: CellAsked,
  calendar: OpeningCalendar,
): BookedPart[] {
  const wanted = new Set<BookedPart>([asked.part, halfOf(asked, calendar), "day", "hours"]);
  return [...wanted].filter((each) => modes.includes(modeOf(each)));
}

/**
 * The hours of a cell to begin with: those asked for, else the shortest its resource allows, on its step,
 * from the opening of the half or from now when that is past. Empty texts when nothing is open.
 */
export function hoursOfCell(
  { stepMinutes, minMinutes }: Pick<ResourceTerms, "stepMinutes" | "minMinutes">,
  asked: CellAsked,
  calendar: OpeningCalendar,
  at: Date,
): { from: string; until: string } {
  if (asked.from && asked.until) return { from: asked.from, until: asked.until };
  const { timeZone } = calendar;
  const opening = slotOpening(openingOfDay(calendar, asked.day), halfOf(asked, calendar));
  if (!opening.open) return { from: "", until: "" };
  const earliest = at > opening.startsAt && at < opening.endsAt ? at : opening.startsAt;
  const from = Math.ceil(wallMinuteOf(earliest, timeZone) / stepMinutes) * stepMinutes;
  return { from: clockText(from % 1440), until: clockText((from + minMinutes) % 1440) };
}
