import { addDays, type Day, dayOf } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { type Refused, refuse } from "@/lib/core/result";
import type { Moment, Wanted } from "../moments/rules";
import { type BookableResource, inServiceOn, type SlotRefusal } from "../rules";
import type { BookingRefusal } from "../schema";

/** How far ahead a room is taken for an event: two years, so that a slip of the year is still caught. */
const horizonDays = 730;

/** What may hold an event: rooms, and offices that some make of them. */
export const eventKinds = ["room", "office"] as const;

export type RoomRefusal = Extract<
  BookingRefusal,
  "space_closed" | "resource_closed" | "not_bookable" | "beyond_horizon"
>;

type Closing = Interval & { reason: string };
type EventSpace = { calendar: { timeZone: string; closures: readonly Closing[] } };
type EventRoom = BookableResource & { closures: readonly Closing[] };

/**
 * Why a room cannot hold an event then, whoever else has it: `not_bookable` (no room, or out of service that
 * day), `beyond_horizon`, `space_closed`, `resource_closed` with the reason of the closure. Hours do not
 * bind it: whoever organises an evening or a Sunday opens the door.
 */
export function decideRoom(
  { calendar }: EventSpace,
  room: EventRoom | undefined,
  { day, ...during }: Interval & { day: Day },
  at: Date,
): Refused<RoomRefusal> | null {
  const kind = eventKinds.find((known) => known === room?.kind);
  if (!room || !kind || inServiceOn([room], day).length === 0) return refuse("not_bookable");
  const last = addDays(dayOf(at, calendar.timeZone), horizonDays);
  if (day > last) return refuse("beyond_horizon", { nearestDay: last });
  const shut = calendar.closures.find((closure) => overlaps(closure, during));
  if (shut) return refuse("space_closed", { because: "closure", reason: shut.reason });
  const kept = room.closures.find((closure) => overlaps(closure, during));
  return kept ? refuse("resource_closed", { reason: kept.reason }) : null;
}

/** A booking is of hours of the wall, whatever parts the room offers. */
export function momentOf({ day, startsAt, endsAt }: Interval & { day: Day }): Moment {
  return { day, part: "hours", startsAt, endsAt };
}

type Destination =
  | ({ ok: true } & Moment)
  | { ok: false; refusal: BookingRefusal; data?: SlotRefusal["data"] };

/**
 * The moment the booking of an event would have in that room, or why not: as `decideRoom`,
 * `mode_not_offered` (a part of a day says no hours), `slot_over` (a start to come, unless it stays), and
 * `too_many_people` for the ceiling of the room.
 */
export function decideEventMove(
  space: EventSpace,
  room: EventRoom & { capacity: number; mostPeople: number | null },
  wanted: Wanted,
  booking: { startsAt: Date; people: number | null },
  at: Date,
): Destination {
  if (!("startsAt" in wanted)) return { ok: false, refusal: "mode_not_offered" };
  const { startsAt, endsAt } = wanted;
  const day = dayOf(startsAt, space.calendar.timeZone);
  const isLate = endsAt <= at || (startsAt <= at && +startsAt !== +booking.startsAt);
  if (isLate || endsAt <= startsAt) return { ok: false, refusal: "slot_over" };
  const refused = decideRoom(space, room, { day, startsAt, endsAt }, at);
  if (refused) return { ok: false, refusal: refused.refusal, ...dataOf(refused) };
  const most = room.mostPeople ?? room.capacity;
  if (booking.people !== null && booking.people > most) {
    return { ok: false, refusal: "too_many_people", data: { capacity: String(most) } };
  }
  return { ok: true, ...momentOf({ day, startsAt, endsAt }) };
}

function dataOf({ data }: Refused<RoomRefusal>): { data?: SlotRefusal["data"] } {
  if (typeof data !== "object" || data === null) return {};
  return {
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, String(value)])),
  };
}
