import { addDays, type Day, parseDay } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { fewest, furthestDays, type ShownChoice } from "./schema";

/** What a booking keeps of the choice: null leaves it to the profile. */
export function shownOf(choice: ShownChoice | undefined): boolean | null {
  return choice === undefined || choice === "profile" ? null : choice === "yes";
}

/** The choice that a booking keeps. */
export function choiceOf(shownToMembers: boolean | null): ShownChoice {
  if (shownToMembers === null) return "profile";
  return shownToMembers ? "yes" : "no";
}

/** Whether members see that its person will be there: what was said of the booking, else of all of them. */
export function isShown(shownToMembers: boolean | null, sharesPresence: boolean): boolean {
  return shownToMembers ?? sharesPresence;
}

/**
 * How many are expected, as anybody is told: the same for all, whoever has blocked whom, and null for
 * fewer than three, none included.
 */
export function toldCount(count: number): number | null {
  return count < fewest ? null : count;
}

/** The local day asked for, from today to ninety days ahead; today for any other. */
export function readCompanyDay(text: string, today: Day): Day {
  const asked = parseDay(text) ?? today;
  return asked >= today && asked <= addDays(today, furthestDays) ? asked : today;
}

export type Expected = Interval & { personId: string };

/** One line a person, in order of arrival: two bookings that touch or overlap are one stay. */
export function staysOf<Each extends Expected>(bookings: Each[]): (Each & { stays: Interval[] })[] {
  const inOrder = [...bookings].sort(
    (a, b) =>
      +a.startsAt - +b.startsAt || +a.endsAt - +b.endsAt || (a.personId < b.personId ? -1 : 1),
  );
  const people = new Map<string, Each & { stays: Interval[] }>();
  for (const booking of inOrder) {
    const { personId, startsAt, endsAt } = booking;
    const known = people.get(personId);
    if (!known) {
      people.set(personId, { ...booking, stays: [{ startsAt, endsAt }] });
      continue;
    }
    const last = known.stays.at(-1);
    if (last && startsAt <= last.endsAt) {
      if (endsAt > last.endsAt) last.endsAt = endsAt;
    } else known.stays.push({ startsAt, endsAt });
  }
  return [...people.values()];
}

/** Those who are there at some moment of that interval. */
export function metDuring<Each extends Interval>(bookings: Each[], interval: Interval): Each[] {
  return bookings.filter((booking) => overlaps(booking, interval));
}
