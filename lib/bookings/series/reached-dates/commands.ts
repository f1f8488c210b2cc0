import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceById, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { holdSpace } from "../../holds/commands";
import { closeRefusals, listBookedDays } from "../additions/commands";
import { lockSeries } from "../commands";
import { notifyOfReachedDates } from "../notices/commands";
import type { Series } from "../queries";
import { termsOn } from "../rules";
import { keepRefused, takeDates } from "../takings/commands";
import { datesReached } from "./rules";

const beyond = "beyond_horizon";

/**
 * Tries once more the dates of every series that were refused for lying beyond the horizon and now lie
 * within it, as their members would: series in the order they were made, dates in the order of their
 * days. Each member is told in one mail. What is refused again keeps its reason of today and is for
 * them to retry; what they gave up, had before or ended stays so. Twice is the same as once. System only.
 */
export async function bookReachedDates(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const yesterday = dateColumn(addDays(dayOf(at, networkTimeZone), -1));
  const waiting = { refusal: beyond, closedAt: null, day: { gte: yesterday } };
  const series = await db.series.findMany({
    where: { refused: { some: waiting } },
    select: { id: true, spaceId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const failures: unknown[] = [];
  for (const each of series) {
    // One series in trouble keeps no other waiting.
    await bookReachedOf(actor, each, at).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, "some series were not tried");
}

async function bookReachedOf(
  actor: Actor,
  { id, spaceId }: { id: string; spaceId: string },
  at: Date,
): Promise<void> {
  await withFreshReading(async (isLast) => {
    const read = await getSpaceById(spaceId);
    return inTransaction<null, never>(async (tx) => {
      const series = await lockSeries(tx, actor, id);
      const space = isLast ? await holdSpace(tx, read.slug, at) : read;
      const days = await listReached(tx, series, space, at);
      if (days.length > 0) await takeReached(tx, actor, series, space, days, at);
      return ok(null);
    });
  });
}

async function listReached(tx: Tx, series: Series, space: Space, at: Date): Promise<Day[]> {
  const rows = await tx.seriesRefusal.findMany({
    where: { spaceId: series.spaceId, seriesId: series.id, refusal: beyond, closedAt: null },
    select: { day: true },
  });
  const booked = await listBookedDays(tx, series);
  const days = rows.map((row) => dayFromColumn(row.day)).filter((day) => !booked.has(day));
  const isThere = await tx.person.count({ where: { id: series.personId, erasedAt: null } });
  return isThere ? datesReached(space, series, days, dayOf(at, space.calendar.timeZone)) : [];
}

async function takeReached(
  tx: Tx,
  actor: Actor,
  series: Series,
  space: Space,
  days: Day[],
  at: Date,
): Promise<void> {
  const wishes = days.map((day) => ({ day, ...termsOn(series, day) }));
  const { booked, refused } = await takeDates(tx, actor, space, series, wishes, at);
  const refusedDays = new Set(refused.map(({ day }) => day));
  const settled = days.filter((day) => !refusedDays.has(day));
  await closeRefusals(tx, series, settled, at);
  await keepRefused(tx, series, refused, at);
  if (booked.length + refused.length === 0) return;
  await notifyOfReachedDates(tx, space, series, { booked, refused }, at);
}
