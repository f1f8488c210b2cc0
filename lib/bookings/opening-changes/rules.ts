import { addDays, type Day, weekdayOf } from "@/lib/core/day";
import { type Interval, isWithin } from "@/lib/core/interval";
import { isDueOn, openingOfDay, openRuns, weekNumber } from "@/lib/spaces/opening-hours/rules";
import type {
  OpeningCalendar,
  OpeningException,
  WeeklyRule,
} from "@/lib/spaces/opening-hours/schema";
import { slotOpening } from "../rules";
import type { BookedPart } from "../schema";
import { type SearchParameters, textOf } from "../searches/rules";
import { type OpeningChange, type OpeningRefusal, openingChangeInput } from "./schema";

export type KnownRule = WeeklyRule & { id: string };

/** What is to be written: rules that end on a day, that never began, that are new; exceptions that come or go. */
export type OpeningEdit = {
  ended: { id: string; validUntil: Day }[];
  removed: string[];
  added: WeeklyRule[];
  exception: OpeningException | null;
  usual: Day | null;
};

const none: OpeningEdit = { ended: [], removed: [], added: [], exception: null, usual: null };

/** A rule that has begun ends on that day and is kept, for figures of the past; one that has not is dropped. */
function endRules(rules: KnownRule[], from: Day): Pick<OpeningEdit, "ended" | "removed"> {
  const begun = (rule: KnownRule) => rule.validFrom === null || rule.validFrom < from;
  const open = rules.filter(({ validUntil }) => validUntil === null || validUntil > from);
  return {
    ended: open.filter(begun).map(({ id }) => ({ id, validUntil: from })),
    removed: open.filter((rule) => !begun(rule)).map(({ id }) => id),
  };
}

/** What that change writes, on the rules and exceptions of the space as they are. */
export function editOf(rules: KnownRule[], change: OpeningChange): OpeningEdit {
  switch (change.kind) {
    case "end":
      return {
        ...none,
        ...endRules(
          rules.filter(({ id }) => id === change.ruleId),
          change.from,
        ),
      };
    case "usual":
      return { ...none, usual: change.day };
    case "exception": {
      const { day, hours: intervals, reason } = change;
      return { ...none, exception: { day, intervals, reason } };
    }
    case "week": {
      const { weekdays, from, mode, everyWeeks, season, staffName, hours } = change;
      const former = rules.filter(({ weekday }) => weekdays.includes(weekday));
      const weekOffset = ((weekNumber(from) % everyWeeks) + everyWeeks) % everyWeeks;
      const added = weekdays.flatMap((weekday) =>
        hours.map((interval) => ({
          ...interval,
          ...{ weekday, everyWeeks, weekOffset, season, staffName },
          validFrom: from,
          validUntil: null,
        })),
      );
      return { ...none, ...(mode === "replace" ? endRules(former, from) : {}), added };
    }
  }
}

/** The calendar as it will be. */
export function withEdit(
  calendar: OpeningCalendar,
  rules: KnownRule[],
  edit: OpeningEdit,
): OpeningCalendar {
  const kept = rules
    .filter(({ id }) => !edit.removed.includes(id))
    .map((rule) => ({
      ...rule,
      validUntil: edit.ended.find(({ id }) => id === rule.id)?.validUntil ?? rule.validUntil,
    }));
  const day = edit.exception?.day ?? edit.usual;
  const others = calendar.exceptions.filter((exception) => exception.day !== day);
  return {
    ...calendar,
    rules: [...kept, ...edit.added],
    exceptions: edit.exception ? [...others, edit.exception] : others,
  };
}

/** Weeks after which every cycle of a rule (one to eight weeks) has met every other of those the pages write. */
const weeksLookedAt = 56;

/** Why a change is not made: `past_day`, `no_hours`, `hours_overlap`, `nothing_changes`; null when it may. */
export function decideChange(
  calendar: OpeningCalendar,
  rules: KnownRule[],
  change: OpeningChange,
  today: Day,
): OpeningRefusal | null {
  const from = firstDayOf(change);
  if (from < today) return "past_day";
  if (change.kind === "week" && change.mode === "add" && change.hours.length === 0) {
    return "no_hours";
  }
  const edit = editOf(rules, change);
  const isEmpty = [edit.ended, edit.removed, edit.added].every((list) => list.length === 0);
  const known = calendar.exceptions.some(({ day }) => day === edit.usual);
  if (isEmpty && !edit.exception && !known) return "nothing_changes";
  const standing = withEdit(calendar, rules, { ...edit, added: [] }).rules;
  const clash = edit.added.some((rule) => standing.some((other) => collide(rule, other, from)));
  return clash ? "hours_overlap" : null;
}

/** The first local day that is not as before. */
export function firstDayOf(change: OpeningChange): Day {
  return change.kind === "week" || change.kind === "end" ? change.from : change.day;
}

function collide(rule: WeeklyRule, other: WeeklyRule, from: Day): boolean {
  if (rule.weekday !== other.weekday) return false;
  if (rule.startMinute >= other.endMinute || other.startMinute >= rule.endMinute) return false;
  const both = [rule.season, other.season];
  if (both.includes("school_term") && both.includes("school_holidays")) return false;
  const first = addDays(from, (rule.weekday - weekdayOf(from) + 7) % 7);
  return Array.from({ length: weeksLookedAt }, (_, week) => addDays(first, 7 * week)).some(
    (day) => isDueOn(rule, day) && isDueOn(other, day),
  );
}

type Booked = Interval & { day: Day; part: BookedPart; source?: string };

/**
 * Bookings that fitted the hours and do not fit the new ones; closures are another matter and change
 * nothing here, and hours do not bind an event.
 */
export function leftOutside<Booking extends Booked>(
  before: OpeningCalendar,
  after: OpeningCalendar,
  bookings: Booking[],
): Booking[] {
  const [was, will] = [before, after].map((calendar) => ({ ...calendar, closures: [] }));
  if (!was || !will) return [];
  return bookings.filter(
    (booking) => booking.source !== "event" && fits(was, booking) && !fits(will, booking),
  );
}

function fits(calendar: OpeningCalendar, { day, part, startsAt, endsAt }: Booked): boolean {
  const during = { startsAt, endsAt };
  if (part === "hours") return openRuns(calendar, day).some((run) => isWithin(during, run));
  const slot = slotOpening(openingOfDay(calendar, day), part);
  return slot.open && isWithin(during, slot);
}

/** Names of the fields of a change in an address, French, and in the change. */
const names = {
  changement: "kind",
  jours: "weekdays",
  des: "from",
  mode: "mode",
  semaines: "weeks",
  saison: "season",
  qui: "staffName",
  de1: "start1",
  a1: "end1",
  etat1: "state1",
  de2: "start2",
  a2: "end2",
  etat2: "state2",
  ligne: "ruleId",
  jour: "day",
  motif: "reason",
} as const;

export type OpeningSearch = {
  /** As typed, by the names of the address. */
  typed: Record<string, string>;
  change: OpeningChange | null;
  /** What is sent with the confirmation; empty when nothing can be read. */
  text: string;
  isUnreadable: boolean;
};

/** Reads a change of hours from an address; nothing asked is no change. */
export function readOpeningSearch(parameters: SearchParameters): OpeningSearch {
  const typed: Record<string, string> = {};
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(names)) {
    const value = parameters[name];
    const text = Array.isArray(value) && name === "jours" ? value.join(",") : textOf(value);
    if (text === "") continue;
    typed[name] = text.slice(0, 200);
    fields[field] = text.slice(0, 200);
  }
  if (!typed["changement"]) return { typed, change: null, text: "", isUnreadable: false };
  const parsed = openingChangeInput.safeParse(fields);
  if (!parsed.success) return { typed, change: null, text: "", isUnreadable: true };
  return { typed, change: parsed.data, text: JSON.stringify(fields), isUnreadable: false };
}
