import type { Actor } from "@/lib/core/actor";
import type { Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getSpaceById } from "@/lib/spaces/queries";
import { notTheirs } from "../handovers/queries";
import { moveBooking } from "../moves/commands";
import type { MoveRefusal } from "../moves/schema";
import { canDo } from "../policy";
import type { BookedPlace } from "../takings/commands";
import { momentInCell } from "./rules";
import type { MoveToCellInput } from "./schema";

/** Carries a booking to a cell of the week board, or to the exact moment a form says: moveBooking, with all it refuses. */
export async function moveToCell(
  actor: Actor,
  { bookingId, resourceId, exact, ...target }: MoveToCellInput,
  at: Date = now(),
): Promise<Result<BookedPlace, MoveRefusal>> {
  const booking = await db.booking.findFirst({
    where: { id: bookingId },
    select: { spaceId: true, personId: true, part: true, startsAt: true, endsAt: true },
  });
  if (!booking || !canDo(actor, "move", booking)) throw await notTheirs(db, actor, bookingId);
  const { calendar } = await getSpaceById(booking.spaceId);
  const carried = exact && target.part !== "hours" ? { ...booking, part: target.part } : booking;
  const moment = momentInCell(carried, target, calendar);
  return moveBooking(actor, { bookingId, resourceId, ...moment }, at);
}
