import { addDays, type Day, dayOf, instantAt, wallMinuteOf, weekdayOf } from "@/lib/core/day";
import {
  type Choice,
  digestMinute,
  type Frequency,
  type KindFacts,
  type QuietInterval,
  tellingTimeZone,
} from "./schema";

const minutesOfDay = 1440;
const hourMs = 3_600_000;

/** Whether that minute on the wall is one of rest; half-open, over midnight when the end comes first. */
export function isQuietMinute({ startMinute, endMinute }: QuietInterval, minute: number): boolean {
  return startMinute < endMinute
    ? minute >= startMinute && minute < endMinute
    : minute >= startMinute || minute < endMinute;
}

/**
 * The instant at which quiet hours end for what is told at `at`, by the wall of the network; null when
 * `at` is none of them. An end that the spring change skips is right after the jump, one lived twice is
 * the one that comes next.
 */
export function quietUntil(quiet: QuietInterval | null, at: Date): Date | null {
  if (!quiet) return null;
  const minute = wallMinuteOf(at, tellingTimeZone);
  if (!isQuietMinute(quiet, minute)) return null;
  const today = dayOf(at, tellingTimeZone);
  const endsToday = minute < quiet.endMinute;
  const end = endOf(quiet, endsToday ? today : addDays(today, 1));
  // In the hour that is lived twice, the first « 2:30 » may be behind already.
  return end > at ? end : new Date(end.getTime() + hourMs);
}

/** A minute that does not exist is told as the same distance after the jump; rest ends at the jump itself. */
function endOf(quiet: QuietInterval, on: Day): Date {
  const end = instantAt(on, quiet.endMinute, tellingTimeZone);
  const skipped = wallMinuteOf(end, tellingTimeZone) - (quiet.endMinute % minutesOfDay);
  if (skipped <= 0) return end;
  const inJump = quiet.endMinute % 60;
  const jump = new Date(end.getTime() - inJump * 60_000);
  return jump;
}

/** When the digest that takes what is told at `at` is sent: half past seven on the wall, every day or on Mondays; after `at`. */
export function digestAt(frequency: "daily" | "weekly", at: Date): Date {
  const today = dayOf(at, tellingTimeZone);
  const days = Array.from({ length: 9 }, (_, index) => addDays(today, index));
  const next = days
    .filter((day) => frequency === "daily" || weekdayOf(day) === 1)
    .map((day) => instantAt(day, digestMinute, tellingTimeZone))
    .find((instant) => instant > at);
  if (!next) throw new Error("a week without Monday");
  return next;
}

const soonMs = 24 * hourMs;

/** What is told, as far as it matters to when: instants of the booking and of a deadline, when there are. */
export type Urgency = { startsAt?: Date | undefined; deadline?: Date | undefined };

/**
 * Whether something is told in spite of quiet hours that end at `end`: the answer to what one did oneself;
 * what is about a booking of the next 24 hours; an offer that would be over before.
 */
export function passesQuiet(
  { quiet }: Pick<KindFacts, "quiet">,
  { startsAt, deadline }: Urgency,
  { at, end }: { at: Date; end: Date },
): boolean {
  if (quiet !== "unless_soon") return quiet === "passes";
  if (deadline && deadline <= end) return true;
  return startsAt !== undefined && startsAt.getTime() - at.getTime() <= soonMs;
}

export type Telling = {
  /** At once or when quiet hours end; with the others of a digest; not at all. */
  mail: "alone" | "digest" | "none";
  /** Not before; null = at once. Of a digest: when it is sent. */
  mailAt: Date | null;
  push: boolean;
  pushAt: Date | null;
};

/** How something is told to a person who chose so: what they refused is not, what rests waits. */
export function decideTelling(
  facts: KindFacts,
  { choice, quiet }: { choice: Choice; quiet: QuietInterval | null },
  urgency: Urgency,
  at: Date,
): Telling {
  const end = quietUntil(quiet, at);
  const hold = end && !passesQuiet(facts, urgency, { at, end }) ? end : null;
  const isEssential = facts.category === "essential";
  const mail: Frequency = isEssential ? "now" : choice.mail;
  const push = { push: !isEssential && choice.push, pushAt: hold };
  if (mail === "never") return { mail: "none", mailAt: null, ...push };
  if (mail === "now") return { mail: "alone", mailAt: hold, ...push };
  const due = digestAt(mail, at);
  return { mail: "digest", mailAt: quietUntil(quiet, due) ?? due, ...push };
}
