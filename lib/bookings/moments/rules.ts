import { addDays, type Day, dayOf, wallMinuteOf } from "@/lib/core/day";
import { type Interval, isWithin, overlaps } from "@/lib/core/interval";
import { openingOfDay, openRuns } from "@/lib/spaces/opening-hours/rules";
import type { BookingMode } from "@/lib/spaces/schema";
import {
  type BookableResource,
  type BookableSpace,
  inServiceOn,
  modeOf,
  type SlotRefusal,
  slotOpening,
} from "../rules";
import { type BookedPart, type BookingPart, bookingParts } from "../schema";

/** What somebody asks for: a part of a local day, or hours of their own (half-open instants). */
export type Wanted = { day: Day; part: BookingPart } | Interval;

/** What a booking is of: the instants its part meant on that local day. */
export type Moment = Interval & { day: Day; part: BookedPart };

/** Terms of a resource that decide whether a moment may be booked. */
export type ResourceTerms = BookableResource & {
  modes: readonly BookingMode[];
  stepMinutes: number;
  minMinutes: number;
  maxMinutes: number;
  noticeMinutes: number;
  horizonDays: number | null;
  closures: (Interval & { reason: string })[];
};

type Decision = ({ ok: true } & Moment) | ({ ok: false } & SlotRefusal);

const minuteMs = 60_000;

/**
 * The moment meant, or why this resource cannot be booked then at instant `at`. Refuses `not_bookable`,
 * `mode_not_offered`, `beyond_horizon`, `slot_over`, `too_late_to_book`, `length_refused`,
 * `space_closed`, `resource_closed`; whether it is free is for the database.
 */
export function decideMoment(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  wanted: Wanted,
  at: Date,
): Decision {
  const target = "part" in wanted ? wanted : (namedPart(space, resource, wanted) ?? wanted);
  const isPart = "part" in target;
  const day = isPart ? target.day : dayOf(target.startsAt, space.calendar.timeZone);
  const early = beforeOpening(space, resource, day, isPart ? target.part : "hours", at);
  if (early) return { ok: false, ...early };
  const found = isPart ? partMoment(space, target) : hoursMoment(space, resource, target, at);
  if (!found.ok) return found;
  const late = tooLate(resource, found, space, at);
  if (late) return { ok: false, ...late };
  const closure = resource.closures.find((candidate) => overlaps(candidate, found));
  if (closure) return no("resource_closed", { reason: closure.reason });
  return found;
}

/** Hours that are exactly a part the resource offers are that part, however they were asked for. */
function namedPart(
  space: BookableSpace,
  resource: ResourceTerms,
  wanted: Interval,
): { day: Day; part: BookingPart } | null {
  if (resource.modes.includes("hour")) return null;
  const day = dayOf(wanted.startsAt, space.calendar.timeZone);
  const opening = openingOfDay(space.calendar, day);
  const part = bookingParts.find((candidate) => {
    const slot = slotOpening(opening, candidate);
    return slot.open && +slot.startsAt === +wanted.startsAt && +slot.endsAt === +wanted.endsAt;
  });
  return part ? { day, part } : null;
}

function beforeOpening(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  day: Day,
  part: BookedPart,
  at: Date,
): SlotRefusal | null {
  if (inServiceOn([resource], day).length === 0) return { refusal: "not_bookable" };
  if (!resource.modes.includes(modeOf(part))) {
    return { refusal: "mode_not_offered", data: { modes: resource.modes.join(" ") } };
  }
  const today = dayOf(at, space.calendar.timeZone);
  const lastDay = addDays(today, resource.horizonDays ?? space.bookingHorizonDays);
  if (day > lastDay) return { refusal: "beyond_horizon", data: { nearestDay: lastDay } };
  if (day < today) return { refusal: "slot_over", data: { nearestDay: today } };
  return null;
}

function partMoment(space: BookableSpace, wanted: { day: Day; part: BookingPart }): Decision {
  const opening = slotOpening(openingOfDay(space.calendar, wanted.day), wanted.part);
  if (!opening.open)
    return no("space_closed", { because: opening.because, reason: opening.reason });
  const { startsAt, endsAt } = opening;
  return { ok: true, ...wanted, startsAt, endsAt };
}

function hoursMoment(
  space: BookableSpace,
  resource: ResourceTerms,
  wanted: Interval,
  at: Date,
): Decision {
  const { timeZone } = space.calendar;
  const minutes = (wanted.endsAt.getTime() - wanted.startsAt.getTime()) / minuteMs;
  const { stepMinutes, minMinutes, maxMinutes } = resource;
  const onGrid =
    wanted.startsAt.getTime() % minuteMs === 0 &&
    wallMinuteOf(wanted.startsAt, timeZone) % stepMinutes === 0 &&
    minutes % stepMinutes === 0;
  if (!onGrid || minutes < minMinutes || minutes > maxMinutes) {
    return no("length_refused", {
      stepMinutes: String(stepMinutes),
      minMinutes: String(minMinutes),
      maxMinutes: String(maxMinutes),
    });
  }
  const day = dayOf(wanted.startsAt, timeZone);
  // The step under way may still be taken: one walks into a room at seven past.
  if (wanted.startsAt.getTime() <= at.getTime() - stepMinutes * minuteMs) {
    return no("slot_over", { nearestDay: day });
  }
  if (!openRuns(space.calendar, day).some((run) => isWithin(wanted, run))) {
    return no("space_closed", whyClosed(space, wanted, day));
  }
  return { ok: true, day, part: "hours", startsAt: wanted.startsAt, endsAt: wanted.endsAt };
}

function whyClosed(space: BookableSpace, wanted: Interval, day: Day) {
  const closure = space.calendar.closures.find((candidate) => overlaps(candidate, wanted));
  if (closure) return { because: "closure", reason: closure.reason };
  const { morning, afternoon } = openingOfDay(space.calendar, day);
  if (!morning.open && !afternoon.open) {
    return { because: morning.because, reason: morning.reason };
  }
  return { because: "hours", reason: null };
}

function tooLate(
  { noticeMinutes }: ResourceTerms,
  moment: Moment,
  space: BookableSpace,
  at: Date,
): SlotRefusal | null {
  const today = dayOf(at, space.calendar.timeZone);
  if (moment.endsAt <= at) return { refusal: "slot_over", data: { nearestDay: today } };
  if (noticeMinutes === 0) return null;
  const until = new Date(moment.startsAt.getTime() - noticeMinutes * minuteMs);
  if (at <= until) return null;
  const next = dayOf(new Date(at.getTime() + noticeMinutes * minuteMs), space.calendar.timeZone);
  return { refusal: "too_late_to_book", data: { nearestDay: next, until: until.toISOString() } };
}

function no(refusal: SlotRefusal["refusal"], data?: SlotRefusal["data"]): Decision {
  return { ok: false, refusal, ...(data ? { data } : {}) };
}
