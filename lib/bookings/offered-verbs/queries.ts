import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { notTheirs } from "../handovers/queries";
import { canRunDay, canSeeBooking, isOwnBooking } from "../policy";
import { cancellableUntil } from "../rules";
import { type OfferedVerb, offeredVerbs } from "./rules";

/** What the actor may want to do with that booking now, besides cancelling it; NotFound for whoever may not see it. */
export async function listOfferedVerbs(
  actor: Actor,
  bookingId: string,
  at: Date = now(),
): Promise<OfferedVerb[]> {
  const row = await db.booking.findFirst({
    where: { id: bookingId },
    select: {
      spaceId: true,
      personId: true,
      source: true,
      day: true,
      startsAt: true,
      endsAt: true,
      createdAt: true,
      state: true,
      lapsesAt: true,
      checkedInAt: true,
      checkedOutAt: true,
      resource: {
        select: {
          needsApproval: true,
          cancelNoticeMinutes: true,
          space: { select: { timeZone: true, cancelDaysBefore: true, cancelUntilMinute: true } },
        },
      },
    },
  });
  if (!row || !canSeeBooking(actor, row)) throw await notTheirs(db, actor, bookingId);
  const { needsApproval, cancelNoticeMinutes, space } = row.resource;
  const terms = { ...space, cancelNoticeMinutes, calendar: { timeZone: space.timeZone } };
  const until = cancellableUntil(terms, { ...row, day: dayFromColumn(row.day) });
  const who = { isOwn: isOwnBooking(actor, row), runsDay: canRunDay(actor, row.spaceId) };
  return offeredVerbs({ ...row, needsApproval, cancellableUntil: until }, who, at);
}
