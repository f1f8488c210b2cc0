import { clockText, type Day, instantAt, parseClock, parseDay, wallMinuteOf } from "@/lib/core/day";
import { type Interval, isWithin } from "@/lib/core/interval";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import { type BookableSpace, kindsLike, type SlotRefusal } from "../rules";
import { type BookedPart, bookingParts } from "../schema";
import { textOf } from "../searches/rules";
import { stateAt } from "../states/rules";
import type { BookingState } from "../states/schema";
import type { MoveRefusal } from "./schema";

/** A booking as its move is decided. */
export type MovingBooking = Moment & {
  resourceId: string;
  kind: ResourceKind;
  state: BookingState;
  lapsesAt: Date | null;
  checkedInAt: Date | null;
  checkedOutAt: Date | null;
  cancellableUntil: Date;
  companions: string[];
};

/** Where a booking is asked to go; left out, its own moment or resource. */
export type Asked = { resourceId?: string | undefined } & (Wanted | object);

/** The moment asked for: the booking's own when only another resource is. */
export function wantedOfMove(asked: Asked, { day, part, startsAt, endsAt }: Moment): Wanted {
  if ("startsAt" in asked) return { startsAt: asked.startsAt, endsAt: asked.endsAt };
  if ("part" in asked) return { day: asked.day, part: asked.part };
  return part === "hours" ? { startsAt, endsAt } : { day, part };
}

/** Nothing would change: the same move said twice, or a form sent as it was. */
export function isSamePlace(
  wanted: Wanted,
  resourceId: string,
  booking: Moment & { resourceId: string },
): boolean {
  if (resourceId !== booking.resourceId) return false;
  return "part" in wanted
    ? wanted.part === booking.part && wanted.day === booking.day
    : isSameInterval(wanted, booking);
}

function isSameInterval(a: Interval, b: Interval): boolean {
  return +a.startsAt === +b.startsAt && +a.endsAt === +b.endsAt;
}

/** Whether it may leave its moment at that instant: like cancelling, its member until the deadline, whoever runs the day until its end. */
export function decideDeparture(
  booking: Pick<
    MovingBooking,
    "state" | "lapsesAt" | "endsAt" | "checkedInAt" | "checkedOutAt" | "cancellableUntil"
  >,
  runsDay: boolean,
  at: Date,
): MoveRefusal | null {
  const state = stateAt(booking, at);
  const stands = state === "confirmed" || state === "requested";
  if (!stands || booking.checkedOutAt) return "booking_ended";
  if (at >= booking.endsAt) return "too_late_to_move";
  if (runsDay) return null;
  if (booking.checkedInAt) return "already_checked_in";
  return at >= booking.cancellableUntil ? "too_late_to_move" : null;
}

type Destination =
  | ({ ok: true } & Moment)
  | { ok: false; refusal: MoveRefusal; data?: SlotRefusal["data"] };

/**
 * The moment it would have on that resource, or why not: all that decideMoment refuses,
 * `already_checked_in` (who is there changes place or length, not start), `needs_approval` (a member
 * alone does not leave what the host agreed to), `too_many_people`, `other_kind` (a seat does not become a
 * projector). A length may change after the start.
 */
export function decideDestination(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms & { needsApproval: boolean; capacity: number },
  wanted: Wanted,
  booking: MovingBooking,
  { runsDay, at }: { runsDay: boolean; at: Date },
): Destination {
  if (!kindsLike(booking.kind).includes(resource.kind)) return { ok: false, refusal: "other_kind" };
  const moment = momentThere(space, resource, wanted, booking, at);
  if (!moment.ok) return moment;
  const keepsStart = +moment.startsAt === +booking.startsAt;
  if (booking.checkedInAt && !keepsStart) return { ok: false, refusal: "already_checked_in" };
  // A request lapses at its start, so it has to begin later than now.
  if (booking.state === "requested" && moment.startsAt <= at) {
    return { ok: false, refusal: "slot_over" };
  }
  const isShortened = resource.id === booking.resourceId && isWithin(moment, booking);
  if (resource.needsApproval && booking.state === "confirmed" && !runsDay && !isShortened) {
    return { ok: false, refusal: "needs_approval" };
  }
  if (booking.companions.length + 1 > resource.capacity) {
    return {
      ok: false,
      refusal: "too_many_people",
      data: { capacity: String(resource.capacity) },
    };
  }
  return moment;
}

/** Notice is about a start: one that stays where it is on its resource has had it. */
function momentThere(
  space: BookableSpace<ResourceTerms>,
  resource: ResourceTerms,
  wanted: Wanted,
  booking: MovingBooking,
  at: Date,
) {
  const isHere = resource.id === booking.resourceId;
  const keepsHours = isHere && "startsAt" in wanted && +wanted.startsAt === +booking.startsAt;
  const asOf = keepsHours && booking.startsAt < at ? booking.startsAt : at;
  const moment = decideMoment(space, { ...resource, noticeMinutes: 0 }, wanted, asOf);
  if (!moment.ok) return moment;
  if (moment.endsAt <= at) return { ok: false as const, refusal: "slot_over" as const };
  if (isHere && +moment.startsAt === +booking.startsAt) return moment;
  return decideMoment(space, resource, wanted, at);
}

/** A move as an address or a form says it; `wanted` is null while hours are missing or unreadable. */
export type AskedMove = {
  day: Day;
  part: BookedPart;
  /** Wall times « HH:MM » of the space, for hours. */
  from: string;
  until: string;
  wanted: Wanted | null;
};

/**
 * Reads a move from an address: `jour`, `moment`, `de`, `a` (wall times of the space). What is absent
 * or unreadable is the booking's own. Never refuses.
 */
export function readMove(
  parameters: Record<string, string | string[] | undefined>,
  booking: Moment,
  timeZone: string,
): AskedMove {
  const day = parseDay(textOf(parameters["jour"])) ?? booking.day;
  const moment = textOf(parameters["moment"]);
  const part = bookedParts.find((known) => known === moment) ?? booking.part;
  const [from, until] = (["de", "a"] as const).map((name) => {
    const own = name === "de" ? booking.startsAt : booking.endsAt;
    const typed = textOf(parameters[name]);
    return parseClock(typed) === null ? clockText(wallMinuteOf(own, timeZone)) : typed;
  });
  const clock = { from: from ?? "", until: until ?? "" };
  if (part !== "hours") return { day, part, ...clock, wanted: { day, part } };
  const bounds = [clock.from, clock.until].map((text) =>
    instantAt(day, parseClock(text) ?? 0, timeZone),
  );
  const [startsAt, endsAt] = bounds;
  const wanted = startsAt && endsAt && startsAt < endsAt ? { startsAt, endsAt } : null;
  return { day, part, ...clock, wanted };
}

const bookedParts = [...bookingParts, "hours"] as const;
