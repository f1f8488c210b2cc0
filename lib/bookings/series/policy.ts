import type { Actor } from "@/lib/core/actor";
import { canDo, isOwnBooking } from "../policy";

type Owned = { personId: string; spaceId: string };

/** Its dates and what became of them: its member, hosts of the space. */
export function canSeeSeries(actor: Actor, series: Owned): boolean {
  return canDo(actor, "see", series);
}

/** Moving and cancelling its dates, as one may each of them. */
export function canChangeSeries(actor: Actor, series: Owned): boolean {
  return canDo(actor, "move", series) && canDo(actor, "cancel", series);
}

/** Taking further dates is booking: for oneself, or for somebody else as a host may. */
export function canTakeForSeries(actor: Actor, series: Owned): boolean {
  return isOwnBooking(actor, series) || canDo(actor, "book_for", series);
}
