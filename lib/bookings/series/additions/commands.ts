import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceById, type Space } from "@/lib/spaces/queries";
import { holdSpace } from "../../holds/commands";
import { lockSeries, noteSeries, type SeriesTaken } from "../commands";
import { notifyOfSeries } from "../notices/commands";
import { decideExtension } from "../patterns/rules";
import { canTakeForSeries } from "../policy";
import type { Series } from "../queries";
import { termsOn } from "../rules";
import type { CloseRefusalInput, ExtendSeriesInput, RetryInput } from "../schema";
import { keepRefused, takeDates } from "../takings/commands";

type RetryRefusal = "nothing_to_retry" | "nothing_free";

/**
 * Tries again the refused dates of a series, or the one given, a date given up included; never one
 * that was had and cancelled since. What is had is told in one mail, what is not stays refused with
 * its reason of today. Refuses `nothing_to_retry`, `nothing_free` (nothing changed).
 */
export async function retryRefused(
  actor: Actor,
  { seriesId, day }: RetryInput,
  at: Date = now(),
): Promise<Result<SeriesTaken, RetryRefusal>> {
  return withSeries(actor, seriesId, at, async (tx, series, space) => {
    const today = dayOf(at, space.calendar.timeZone);
    const rows = await tx.seriesRefusal.findMany({
      where: { spaceId: series.spaceId, seriesId, ...(day ? {} : { closedAt: null }) },
      orderBy: { day: "asc" },
    });
    const booked = await listBookedDays(tx, series);
    const days = rows
      .map((row) => dayFromColumn(row.day))
      .filter((each) => each >= today && !booked.has(each) && (day ?? each) === each)
      .filter((each) => series.endedFrom === null || each < series.endedFrom);
    if (days.length === 0) return refuse("nothing_to_retry");
    return takeAndTell(tx, actor, space, series, days, at);
  });
}

/** Days of a series that were had, whatever became of them since: none is had again. */
export async function listBookedDays(tx: Tx, { spaceId, id }: Series): Promise<Set<Day>> {
  const rows = await tx.booking.findMany({
    where: { spaceId, seriesId: id },
    select: { day: true },
  });
  return new Set(rows.map((row) => dayFromColumn(row.day)));
}

async function takeAndTell(
  tx: Tx,
  actor: Actor,
  space: Space,
  series: Series,
  days: Day[],
  at: Date,
): Promise<Result<SeriesTaken, "nothing_free">> {
  const wishes = days.map((day) => ({ day, ...termsOn(series, day) }));
  const { booked, refused, had } = await takeDates(tx, actor, space, series, wishes, at);
  if (booked.length === 0) return refuse("nothing_free", { refused });
  const stillRefused = new Set(refused.map(({ day }) => day));
  const done = days.filter((day) => !stillRefused.has(day) && !had.includes(day));
  await closeRefusals(tx, series, [...done, ...had], at);
  await keepRefused(tx, series, refused, at);
  await noteSeries(tx, actor, series, "series.booked", { booked: booked.length });
  await notifyOfSeries(tx, "series-confirmed", series, booked, [...stillRefused]);
  return ok({ id: series.id, booked: booked.length, refused: refused.length });
}

/** Marks refused dates as had after all, or given up. */
export async function closeRefusals(
  tx: Tx,
  { spaceId, id }: { spaceId: string; id: string },
  days: Day[],
  at: Date,
): Promise<void> {
  await tx.seriesRefusal.updateMany({
    where: { spaceId, seriesId: id, closedAt: null, day: { in: days.map(dateColumn) } },
    data: { closedAt: at },
  });
}

/** Gives up a refused date: it is no longer tried with the others. Twice is the same as once. */
export async function closeRefusal(
  actor: Actor,
  { seriesId, day }: CloseRefusalInput,
  at: Date = now(),
): Promise<Result<{ id: string }, never>> {
  return inTransaction(async (tx) => {
    const series = await lockSeries(tx, actor, seriesId);
    await closeRefusals(tx, series, [day], at);
    return ok({ id: series.id });
  });
}

type ExtendRefusal = "not_later" | "series_too_long" | "series_over" | "nothing_free";

/**
 * Makes a series last until a later local day, included, and books what is free of what that adds.
 * Refuses `not_later`, `series_too_long`, `series_over` (it was ended), `nothing_free`.
 */
export async function extendSeries(
  actor: Actor,
  { seriesId, lastDay }: ExtendSeriesInput,
  at: Date = now(),
): Promise<Result<SeriesTaken, ExtendRefusal>> {
  return withSeries(actor, seriesId, at, async (tx, series, space) => {
    if (series.endedFrom) return refuse("series_over");
    const today = dayOf(at, space.calendar.timeZone);
    const days = decideExtension(series, lastDay, today);
    if (!days.ok) return days;
    await tx.series.update({
      where: { spaceId_id: { spaceId: series.spaceId, id: seriesId } },
      data: { lastDay: dateColumn(lastDay) },
    });
    return takeAndTell(tx, actor, space, series, days.value, at);
  });
}

/** Runs what takes dates for a series: its row held, its space as it was read just before. */
async function withSeries<Value, Refusal extends string>(
  actor: Actor,
  seriesId: string,
  at: Date,
  work: (tx: Tx, series: Series, space: Space) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return withFreshReading(async (isLast) => {
    const found = await db.series.findFirst({
      where: { id: seriesId },
      select: { spaceId: true },
    });
    if (!found) throw new NotFound();
    const read = await getSpaceById(found.spaceId);
    return inTransaction<Value, Refusal>(async (tx) => {
      const series = await lockSeries(tx, actor, seriesId);
      if (!canTakeForSeries(actor, series)) throw new NotFound();
      return work(tx, series, isLast ? await holdSpace(tx, read.slug, at) : read);
    });
  });
}
