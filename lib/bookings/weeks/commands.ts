import type { Actor } from "@/lib/core/actor";
import { dayFromColumn, instantAt } from "@/lib/core/day";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { getSpaceById, getSpaceBySlug } from "@/lib/spaces/queries";
import { notTheirs } from "../handovers/queries";
import { findEntry, type HostEntry } from "../host-days/queries";
import { bookFor } from "../hosted/commands";
import type { BookForRefusal } from "../hosted/schema";
import { moveBooking } from "../moves/commands";
import type { MoveRefusal } from "../moves/schema";
import { canDo } from "../policy";
import type { BookedPlace } from "../takings/commands";
import { type CarryForm, carryBack, momentInCell } from "./rules";
import type { BookInCellInput, MoveToCellInput } from "./schema";

/** A booking where it now is, and the form that would carry it back; null when nothing moved or that moment is over. */
type CarriedBooking = BookedPlace & {
  moved: HostEntry | null;
  timeZone: string;
  back: CarryForm | null;
};

/**
 * Carries a booking to a cell of the week board, or to the exact moment a form says: moveBooking, with
 * all it refuses.
 */
export async function moveToCell(
  actor: Actor,
  { bookingId, resourceId, exact, ...target }: MoveToCellInput,
  at: Date = now(),
): Promise<Result<CarriedBooking, MoveRefusal>> {
  const booking = await db.booking.findFirst({
    where: { id: bookingId },
    select: {
      spaceId: true,
      personId: true,
      resourceId: true,
      part: true,
      day: true,
      startsAt: true,
      endsAt: true,
    },
  });
  if (!booking || !canDo(actor, "move", booking)) throw await notTheirs(db, actor, bookingId);
  const { id: spaceId, calendar } = await getSpaceById(booking.spaceId);
  const carried = exact && target.part !== "hours" ? { ...booking, part: target.part } : booking;
  const moment = momentInCell(carried, target, calendar);
  const moved = await moveBooking(actor, { bookingId, resourceId, ...moment }, at);
  if (!moved.ok) return moved;
  const entry = await findEntry({ id: spaceId }, bookingId, at);
  const before = { ...booking, id: bookingId, day: dayFromColumn(booking.day) };
  const back = entry && carryBack(before, entry, calendar.timeZone, at);
  return ok({ ...moved.value, moved: entry, timeZone: calendar.timeZone, back });
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
