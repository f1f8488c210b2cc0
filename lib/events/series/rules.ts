import { decidePattern } from "@/lib/bookings/series/patterns/rules";
import type { PatternRefusal } from "@/lib/bookings/series/schema";
import { addDays, type Day, daysBetween, parseDay } from "@/lib/core/day";
import { ok, type Result } from "@/lib/core/result";
import type { EventFields } from "../editing/schema";
import type { RefusedDate, Repeat } from "./schema";

/**
 * The local days on which an event comes again, itself left out: « every first Thursday » is the rank of
 * its weekday in the month. Refuses as `decidePattern`.
 */
export function repeatedDays(
  firstDay: Day,
  { frequency, lastDay }: Repeat,
  today: Day,
): Result<Day[], PatternRefusal> {
  const decided = decidePattern({ frequency, firstDay, lastDay }, today);
  return decided.ok ? ok(decided.value.filter((day) => day !== firstDay)) : decided;
}

/** The same event another day: what opens, closes and is decided before it stays as long before. */
export function onAnotherDay(fields: EventFields, day: Day): EventFields {
  const shift = daysBetween(fields.day, day);
  const moved = (own: Day | null) => own && addDays(own, shift);
  const { minimum } = fields;
  return {
    ...fields,
    day,
    opensOn: moved(fields.opensOn),
    closesOn: moved(fields.closesOn),
    minimum: minimum && { ...minimum, day: addDays(minimum.day, shift) },
  };
}

/**
 * What an edit of one date changes of another that follows: only what it changed of its own, so that a date
 * keeps the seats or the room it was given alone; never its day.
 */
export function alsoEdited(own: EventFields, before: EventFields, after: EventFields): EventFields {
  const [was, is] = [onAnotherDay(before, own.day), onAnotherDay(after, own.day)];
  const names = Object.keys(is) as (keyof EventFields)[];
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return { ...own, ...Object.fromEntries(changed.map((name) => [name, is[name]])) };
}

const dateRefused = /^(\d{4}-\d{2}-\d{2})\.([a-z_]{1,40})$/;

/** Dates that were not had as part of an address, for the page that says why of each. */
export function writeRefused(refused: readonly RefusedDate[]): string {
  return refused.map(({ day, refusal }) => `${day}.${refusal}`).join(",");
}

/** The same read back, leniently: what is no day, or no reason among the known ones, is left out. */
export function readRefused<Reason extends string>(
  text: string,
  reasons: readonly Reason[],
): { day: Day; refusal: Reason }[] {
  return text.split(",").flatMap((part) => {
    const [, date = "", code] = dateRefused.exec(part) ?? [];
    const [day, refusal] = [parseDay(date), reasons.find((known) => known === code)];
    return day && refusal ? [{ day, refusal }] : [];
  });
}
