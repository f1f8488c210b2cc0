import { addDays, type Day, dayOf } from "@/lib/core/day";
import { fold } from "@/lib/core/fold";
import type { EventState } from "../schema";
import type { AttendanceRefusal } from "./schema";

/** Days after the event during which its sheet is still filled in. */
export const daysOpen = 30;

/** How many people may be noted at the door of one event. */
export const mostArrivals = 500;

type Dated = { state: EventState; day: Day; timeZone: string };

/** From midnight of its local day to thirty days after it; never once cancelled. */
export function whyNoAttendance(
  { state, day, timeZone }: Dated,
  at: Date,
): AttendanceRefusal | null {
  if (state !== "published") return "event_cancelled";
  const today = dayOf(at, timeZone);
  if (today < day) return "not_yet";
  return today > addDays(day, daysOpen) ? "too_late" : null;
}

/** A presence as last marked; `markedAt` null = never. */
export type Presence = { presentAt: Date | null; markedAt: Date | null };
export type PresenceMark = { isPresent: boolean; markedAt: Date };

/**
 * The presence after a mark: of two, the later counts; of two at the same instant, the one that says
 * present. Whatever the order they arrive in, and however often, the same marks lead to the same
 * presence (a last-writer-wins register). A phone ahead of our clock marks now.
 */
export function markedPresence(known: Presence, mark: PresenceMark, at: Date): Presence {
  const markedAt = mark.markedAt > at ? at : mark.markedAt;
  const before = known.markedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const isLater =
    markedAt.getTime() > before ||
    (markedAt.getTime() === before && mark.isPresent && known.presentAt === null);
  if (!isLater) return known;
  return { presentAt: mark.isPresent ? markedAt : null, markedAt };
}

/** Milliseconds from which a phone's clock is wrong rather than its line slow. */
const wrongClock = 60_000;

/**
 * When something was marked, by our clock: a phone says what its own says as it sends (`sentAt`), and by as
 * much as that is wrong its marks are moved. Under a minute they stay, so that what is sent twice is one.
 */
export function setRight(markedAt: Date, sentAt: Date, at: Date): Date {
  const wrong = at.getTime() - sentAt.getTime();
  return Math.abs(wrong) < wrongClock ? markedAt : new Date(markedAt.getTime() + wrong);
}

/** Names at the door given more than once, folded: perhaps noted by two people, perhaps two people. */
export function namesTwice(names: readonly string[]): Set<string> {
  const folded = names.map(fold);
  return new Set(folded.filter((name, index) => folded.indexOf(name) !== index));
}

type Counted = { isRegistered: boolean; isPresent: boolean };

export type AttendanceFigures = {
  /** People of registrations that have their seats. */
  registered: number;
  /** Of those, ticked. */
  came: number;
  /** At the door, by name. */
  atTheDoor: number;
  /** Everybody known by a name: `came` and `atTheDoor`, each counted once. */
  named: number;
  /** Counted in one look; never added to the names. */
  heads: number | null;
};

/** What the sheet adds up to; names and heads are two counts of the same room, and are not mixed. */
export function attendanceFigures(
  people: readonly Counted[],
  heads: number | null,
): AttendanceFigures {
  const registered = people.filter(({ isRegistered }) => isRegistered);
  const came = registered.filter(({ isPresent }) => isPresent).length;
  const atTheDoor = people.filter(({ isRegistered, isPresent }) => !isRegistered && isPresent);
  return {
    registered: registered.length,
    came,
    atTheDoor: atTheDoor.length,
    named: came + atTheDoor.length,
    heads,
  };
}
