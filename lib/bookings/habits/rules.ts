import { addDays, type Day, dayOf, eachDay, weekdayOf } from "@/lib/core/day";
import type { AlternativeSpace } from "../alternatives/rules";
import { decideSlot, slotOf } from "../rules";
import type { BookingPart } from "../schema";

/** A booking once made, as far as habit goes; most recent first in every list. */
export type PastChoice = { slug: string; resourceId: string; day: Day; part: BookingPart };

export type RebookProposal = {
  slug: string;
  spaceName: string;
  communeName: string;
  resource: { id: string; name: string };
  day: Day;
  part: BookingPart;
};

const daysAhead = 28;
const most = 3;

/**
 * Usual bookings ready to be made again: for each of the last distinct (space, weekday, part), the next
 * occurrence free within four weeks, at the usual desk when it is free. Days already booked are passed over.
 */
export function rebookProposals(
  choices: PastChoice[],
  spaces: AlternativeSpace[],
  at: Date,
): RebookProposal[] {
  const booked = new Set(choices.map((choice) => choice.day));
  return distinctHabits(choices)
    .flatMap((habit) => {
      const space = spaces.find((candidate) => candidate.slug === habit.slug);
      return space ? nextOccurrence(space, habit, booked, at) : [];
    })
    .slice(0, most)
    .sort((a, b) => a.day.localeCompare(b.day));
}

function distinctHabits(choices: PastChoice[]): PastChoice[] {
  const seen = new Set<string>();
  return choices.filter((choice) => {
    const key = `${choice.slug} ${weekdayOf(choice.day)} ${choice.part}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function nextOccurrence(
  space: AlternativeSpace,
  habit: PastChoice,
  booked: Set<Day>,
  at: Date,
): RebookProposal[] {
  const today = dayOf(at, space.calendar.timeZone);
  const candidates = eachDay(today, addDays(today, daysAhead - 1)).filter(
    (day) => weekdayOf(day) === weekdayOf(habit.day) && !booked.has(day),
  );
  for (const day of candidates) {
    if (decideSlot(space, { day, part: habit.part }, at)) continue;
    const { free } = slotOf(space, space.bookings, { day, part: habit.part });
    const resource = free.find((each) => each.id === habit.resourceId) ?? free[0];
    if (!resource) continue;
    return [
      {
        slug: space.slug,
        spaceName: space.name,
        communeName: space.commune.name,
        resource: { id: resource.id, name: resource.name },
        day,
        part: habit.part,
      },
    ];
  }
  return [];
}
