import { type Day, instantAt } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { publicHolidayOn, rulesOn, withoutClosures } from "../opening-hours/rules";
import type { OpeningCalendar } from "../opening-hours/schema";

type StaffedSpace = { slug: string; name: string; calendar: OpeningCalendar };
type Presence = Interval & { staffName: string; slug: string; spaceName: string };

/** One person announced in two places at once, over that half-open interval. */
export type StaffConflict = Interval & {
  day: Day;
  staffName: string;
  places: [first: { slug: string; name: string }, second: { slug: string; name: string }];
};

/**
 * Whoever the weekly hours of that local day announce in two of these spaces at once, soonest first.
 * Exceptional hours name nobody, so a space that has some that day is left out; closures are taken out.
 */
export function staffConflicts(spaces: StaffedSpace[], day: Day): StaffConflict[] {
  const presences = spaces.flatMap((space) => presencesIn(space, day));
  return presences
    .flatMap((one, index) =>
      presences
        .slice(index + 1)
        .filter(
          (other) =>
            other.slug !== one.slug &&
            isSamePerson(other.staffName, one.staffName) &&
            overlaps(one, other),
        )
        .map((other) => conflictOf(one, other, day)),
    )
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function presencesIn({ slug, name, calendar }: StaffedSpace, day: Day): Presence[] {
  if (calendar.exceptions.some((exception) => exception.day === day)) return [];
  if (calendar.closesOnPublicHolidays && publicHolidayOn(day)) return [];
  return rulesOn(calendar, day).flatMap(({ staffName, state, startMinute, endMinute }) => {
    if (!staffName || state !== "staffed") return [];
    const presence = {
      staffName,
      slug,
      spaceName: name,
      startsAt: instantAt(day, startMinute, calendar.timeZone),
      endsAt: instantAt(day, endMinute, calendar.timeZone),
    };
    return withoutClosures(presence, calendar.closures);
  });
}

function isSamePerson(one: string, other: string): boolean {
  return one.localeCompare(other, "fr", { sensitivity: "base" }) === 0;
}

function conflictOf(one: Presence, other: Presence, day: Day): StaffConflict {
  return {
    day,
    staffName: one.staffName,
    startsAt: new Date(Math.max(one.startsAt.getTime(), other.startsAt.getTime())),
    endsAt: new Date(Math.min(one.endsAt.getTime(), other.endsAt.getTime())),
    places: [
      { slug: one.slug, name: one.spaceName },
      { slug: other.slug, name: other.spaceName },
    ],
  };
}
