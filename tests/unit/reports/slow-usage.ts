import type { UsageBooking, UsageSpace } from "@/lib/reports/rules";
import type { Usage } from "@/lib/reports/schema";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";

const quarter = 15 * 60_000;

/** Wall date and minutes by Intl alone: shares nothing with lib/core/day. */
function wall(instant: number, timeZone: string): { date: string; minute: number } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const date = `${get("year")}-${get("month")}-${get("day")}`;
  return { date, minute: Number(get("hour")) * 60 + Number(get("minute")) };
}

type Sitting = { booking: UsageBooking; space: UsageSpace; date: string; half: string };

/**
 * The same figures, counted another way: walk every booking quarter of an hour by quarter of an hour,
 * write down the (desk, date, half) seen, then count distinct lines. Slow and plain on purpose.
 */
export function slowUsage(
  spaces: UsageSpace[],
  bookings: UsageBooking[],
  range: { first: string; last: string },
): { network: Usage; bySpace: Record<string, Usage> } {
  const sittings: Sitting[] = [];
  for (const booking of bookings) {
    const space = spaces.find(({ id }) => id === booking.spaceId);
    if (!space) continue;
    for (let at = booking.startsAt.getTime(); at < booking.endsAt.getTime(); at += quarter) {
      const { date, minute } = wall(at, space.calendar.timeZone);
      const half = minute < space.calendar.halfDayBoundary ? "morning" : "afternoon";
      if (date >= range.first && date <= range.last) sittings.push({ booking, space, date, half });
    }
  }
  const bySpace = Object.fromEntries(
    spaces.map((space) => [space.id, countSpace(space, sittings, range)]),
  );
  const each = Object.values(bySpace);
  const sum = (figure: Exclude<keyof Usage, "users">) =>
    each.reduce((total, usage) => total + usage[figure], 0);
  const present = sittings.filter(({ booking }) => booking.checkedInAt && !booking.isEvent);
  return {
    bySpace,
    network: {
      offered: sum("offered"),
      booked: sum("booked"),
      occupied: sum("occupied"),
      personDays: sum("personDays"),
      users: distinct(present.map(({ booking }) => booking.personId ?? "")),
      guests: sum("guests"),
    },
  };
}

function countSpace(
  space: UsageSpace,
  all: Sitting[],
  range: { first: string; last: string },
): Usage {
  const here = all.filter((sitting) => sitting.space === space);
  const offered = offeredLines(space, range);
  const line = ({ booking, date, half }: Sitting) => `${booking.resourceId}|${date}|${half}`;
  const inside = here.filter((sitting) => offered.includes(line(sitting)));
  const present = here.filter(({ booking }) => booking.checkedInAt && !booking.isEvent);
  return {
    offered: offered.length,
    booked: distinct(inside.map(line)),
    occupied: distinct(
      inside.filter(({ booking }) => booking.isEvent || booking.checkedInAt).map(line),
    ),
    personDays: personDays(space, all),
    users: distinct(present.map(({ booking }) => booking.personId ?? "")),
    guests: distinct(present.map(({ booking }) => (booking.personId ? "" : booking.id))),
  };
}

function offeredLines(space: UsageSpace, range: { first: string; last: string }): string[] {
  const lines: string[] = [];
  for (let time = Date.parse(range.first); time <= Date.parse(range.last); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const opening = openingOfDay(space.calendar, date as Parameters<typeof openingOfDay>[1]);
    for (const resource of space.resources) {
      for (const half of ["morning", "afternoon"] as const) {
        if (opening[half].open) lines.push(`${resource.id}|${date}|${half}`);
      }
    }
  }
  return lines;
}

function personDays(space: UsageSpace, all: Sitting[]): number {
  const present = all.filter(({ booking }) => booking.checkedInAt && !booking.isEvent);
  const who = ({ booking }: Sitting) => booking.personId ?? `guest ${booking.id}`;
  const days = [...new Set(present.map((sitting) => `${who(sitting)}|${sitting.date}`))];
  let total = 0;
  for (const key of days) {
    const mine = present.filter((sitting) => `${who(sitting)}|${sitting.date}` === key);
    const slots = [...new Set(mine.map(({ space: { id }, half }) => `${id}|${half}`))];
    const here = slots.filter((slot) => slot.startsWith(`${space.id}|`)).length;
    total += ((slots.length > 1 ? 1 : 0.5) * here) / slots.length;
  }
  return total;
}

/** Distinct values; the empty one stands for « not concerned ». */
function distinct(values: string[]): number {
  return new Set(values.filter((value) => value !== "")).size;
}
