import type { WallMinute } from "@/lib/core/day";
import type { Programme } from "../schema";

/**
 * The steps of an event as they come, by the wall: of one that goes on past midnight (its end beyond 1440),
 * those of the night come last.
 */
export function programmeInOrder(
  programme: Programme,
  { startMinute, endMinute }: { startMinute: WallMinute; endMinute: WallMinute },
): Programme {
  const isOfNight = (minute: WallMinute) => minute < startMinute && minute + 1_440 <= endMinute;
  const cameAt = (minute: WallMinute) => (isOfNight(minute) ? minute + 1_440 : minute);
  return [...programme].sort((a, b) => cameAt(a.minute) - cameAt(b.minute));
}
