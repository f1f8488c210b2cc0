import { type Day, dayOf, instantAt, wallMinuteOf } from "@/lib/core/day";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import type { ResourceTerms, Wanted } from "../../moments/rules";
import { type BookableSpace, modeOf, slotOpening } from "../../rules";
import type { BookingPart } from "../../schema";

const minuteMs = 60_000;

const otherParts: Record<BookingPart, BookingPart[]> = {
  morning: ["afternoon"],
  afternoon: ["morning"],
  day: ["morning", "afternoon"],
};

/** Hours around which another start is looked for. */
const hoursAround = 6;

/**
 * Other moments of that local day, the nearest first: the other parts; for hours the same length started
 * by steps of the resource, later before earlier, six hours around.
 */
export function momentsAround(wanted: Wanted, stepMinutes: number): Wanted[] {
  if ("day" in wanted) return otherParts[wanted.part].map((part) => ({ day: wanted.day, part }));
  const count = Math.floor((hoursAround * 60) / stepMinutes);
  return Array.from({ length: count }, (_, index) => (index + 1) * stepMinutes)
    .flatMap((minutes) => [minutes, -minutes])
    .map((minutes) => ({
      startsAt: new Date(wanted.startsAt.getTime() + minutes * minuteMs),
      endsAt: new Date(wanted.endsAt.getTime() + minutes * minuteMs),
    }));
}

/** The same part, or the same wall hours, on another local day. */
export function onDay(wanted: Wanted, day: Day, timeZone: string): Wanted {
  if ("day" in wanted) return { ...wanted, day };
  const startsAt = instantAt(day, wallMinuteOf(wanted.startsAt, timeZone), timeZone);
  const length = wanted.endsAt.getTime() - wanted.startsAt.getTime();
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/**
 * The wish as the resource may be booked at all: hours on its steps and within its lengths, hours for a
 * part where it goes by the hour, a part for hours where it does not. The very wish when it may.
 */
export function fittedTo(
  wanted: Wanted,
  resource: ResourceTerms,
  { calendar }: Pick<BookableSpace, "calendar">,
): Wanted {
  if ("day" in wanted) return partFitted(wanted, resource, calendar);
  const { timeZone, halfDayBoundary } = calendar;
  if (resource.modes.includes("hour")) return hoursFitted(wanted, resource, timeZone);
  const half = wallMinuteOf(wanted.startsAt, timeZone) < halfDayBoundary ? "morning" : "afternoon";
  const part = resource.modes.includes("half_day") ? half : "day";
  return { day: dayOf(wanted.startsAt, timeZone), part };
}

function partFitted(
  wanted: { day: Day; part: BookingPart },
  resource: ResourceTerms,
  calendar: BookableSpace["calendar"],
): Wanted {
  const { modes } = resource;
  if (modes.includes(modeOf(wanted.part))) return wanted;
  if (modes.includes("half_day")) return { ...wanted, part: "morning" };
  if (modes.includes("day")) return { ...wanted, part: "day" };
  const slot = slotOpening(openingOfDay(calendar, wanted.day), wanted.part);
  return slot.open ? hoursFitted(slot, resource, calendar.timeZone) : wanted;
}

function hoursFitted(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  { stepMinutes, minMinutes, maxMinutes }: ResourceTerms,
  timeZone: string,
): Wanted {
  const off = wallMinuteOf(startsAt, timeZone) % stepMinutes;
  const minute = Math.floor(startsAt.getTime() / minuteMs) - off;
  const steps = (minutes: number) => Math.ceil(minutes / stepMinutes) * stepMinutes;
  const most = Math.floor(maxMinutes / stepMinutes) * stepMinutes;
  const asked = steps((endsAt.getTime() - startsAt.getTime()) / minuteMs);
  const length = Math.min(Math.max(asked, steps(minMinutes)), most);
  return { startsAt: new Date(minute * minuteMs), endsAt: new Date((minute + length) * minuteMs) };
}

/** Whether two wishes mean the same moment. */
export function isSameWish(one: Wanted, other: Wanted): boolean {
  if ("day" in one) return "day" in other && one.day === other.day && one.part === other.part;
  return !("day" in other) && +one.startsAt === +other.startsAt && +one.endsAt === +other.endsAt;
}
