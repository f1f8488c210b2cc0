import type { Actor } from "@/lib/core/actor";
import { instantAt } from "@/lib/core/day";
import type { Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getSpaceById, getSpaceBySlug } from "@/lib/spaces/queries";
import { notTheirs } from "../handovers/queries";
import { bookFor } from "../hosted/commands";
import type { BookForRefusal } from "../hosted/schema";
import { moveBooking } from "../moves/commands";
import type { MoveRefusal } from "../moves/schema";
import { canDo } from "../policy";
import type { BookedPlace } from "../takings/commands";
import { momentInCell } from "./rules";
import type { BookInCellInput, MoveToCellInput } from "./schema";

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

/**
 * Books a cell of the week board for somebody: a part of its day, or hours of it by the wall of the space.
 * bookFor, with all it refuses.
 */
export async function bookInCell(
  actor: Actor,
  { day, part, from, until, ...input }: BookInCellInput,
  at: Date = now(),
): Promise<Result<BookedPlace, BookForRefusal>> {
  if (part !== "hours") return bookFor(actor, { ...input, day, part }, at);
  const { calendar } = await getSpaceBySlug(input.slug);
  const startsAt = instantAt(day, from ?? 0, calendar.timeZone);
  const endsAt = instantAt(day, until ?? 0, calendar.timeZone);
  return bookFor(actor, { ...input, startsAt, endsAt }, at);
}
