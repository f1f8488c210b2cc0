import type { PersonActor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import { type BookingView, bookingSelect, toBookingView } from "../queries";
import { decideRange } from "./rules";
import type { AbsenceRange, AbsenceRefusal } from "./schema";

export type AbsencePreview = {
  /** What would be cancelled, soonest first. */
  cancelled: BookingView[];
  /** What stays: its deadline has passed, or somebody is there. */
  kept: BookingView[];
  /** Dates that their series wait for on those days: they would be given up. */
  awaited: number;
};

/**
 * The actor's own bookings between two local days, both included, over all spaces, before anything is
 * cancelled; each day is that of its own space. Refuses `range_backwards`, `range_too_long`.
 */
export async function previewAbsence(
  actor: PersonActor,
  range: AbsenceRange,
  at: Date = now(),
): Promise<Result<AbsencePreview, Extract<AbsenceRefusal, `range_${string}`>>> {
  const refusal = decideRange(range);
  if (refusal) return refuse(refusal);
  const rows = await db.booking.findMany({
    where: ownStandingIn(actor, range, at),
    select: bookingSelect,
    orderBy: { startsAt: "asc" },
  });
  const awaited = await db.seriesRefusal.count({ where: await awaitedIn(db, actor, range) });
  const views = rows.map((row) => toBookingView(row, at)).filter(({ endedAt }) => !endedAt);
  return ok({
    awaited,
    cancelled: views.filter((view) => view.cancellableUntil !== null),
    kept: views.filter((view) => view.cancellableUntil === null),
  });
}

/** Own bookings of those days that are asked for, offered or sure, and not over. */
export function ownStandingIn(
  actor: PersonActor,
  { from, until, spaceSlug }: AbsenceRange,
  at: Date,
): Prisma.BookingWhereInput {
  return {
    personId: actor.personId,
    day: { gte: dateColumn(from), lte: dateColumn(until) },
    state: { in: ["requested", "held", "confirmed"] },
    endsAt: { gt: at },
    ...(spaceSlug ? { resource: { space: { slug: spaceSlug } } } : {}),
  };
}

/** Dates of those days that own series still ask for, by themselves or at a click. */
export async function awaitedIn(
  client: Tx,
  { personId }: PersonActor,
  { from, until, spaceSlug }: AbsenceRange,
): Promise<Prisma.SeriesRefusalWhereInput> {
  const spaces = spaceSlug
    ? await client.space.findMany({ where: { slug: spaceSlug }, select: { id: true } })
    : null;
  return {
    closedAt: null,
    day: { gte: dateColumn(from), lte: dateColumn(until) },
    series: { personId },
    ...(spaces ? { spaceId: { in: spaces.map(({ id }) => id) } } : {}),
  };
}
