import type { Moment } from "@/lib/bookings/moments/rules";
import { type BookableResource, inServiceOn } from "@/lib/bookings/rules";
import { addDays, type Day, dayOf } from "@/lib/core/day";
import { type Interval, overlaps } from "@/lib/core/interval";
import { type Refused, refuse } from "@/lib/core/result";
import type { RoomRefusal } from "../editing/schema";

/** How far ahead a room is taken for an event: two years, so that a slip of the year is still caught. */
const horizonDays = 730;

/** What may hold an event: rooms, and offices that some make of them. */
export const eventKinds = ["room", "office"] as const;

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
