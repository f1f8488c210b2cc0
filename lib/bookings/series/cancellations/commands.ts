import type { Actor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceById } from "@/lib/spaces/queries";
import { cancelEach, daysOf, lockBookings } from "../../batches/commands";
import { lockSeries, noteSeries } from "../commands";
import { notifyOfSeries } from "../notices/commands";
import { canChangeSeries } from "../policy";
import type { Series } from "../queries";
import { isMeant } from "./rules";
import type { CancelSeriesInput, CancelSeriesRefusal } from "./schema";

export type SeriesCancelled = { id: string; cancelled: number; kept: number };

/**
 * Cancels one date of a series, that one and all that follow, or everything still to come, in one
 * transaction with one mail. What is past its deadline or where somebody already is stays, and is
 * said. From `from` and `all` on nothing is asked for any more. Refuses `nothing_to_cancel`,
 * `too_late_to_cancel` (none of them may be), `list_changed` (not as many as were shown).
 */
export async function cancelSeries(
  actor: Actor,
  input: CancelSeriesInput,
  at: Date = now(),
): Promise<Result<SeriesCancelled, CancelSeriesRefusal>> {
  return inTransaction<SeriesCancelled, CancelSeriesRefusal>(async (tx) => {
    const series = await lockSeries(tx, actor, input.seriesId);
    if (!canChangeSeries(actor, series)) throw new NotFound();
    const { calendar } = await getSpaceById(series.spaceId, tx);
    const today = dayOf(at, calendar.timeZone);
    const bookings = await lockBookings(tx, await listMeant(tx, series, input, at));
    const { cancelled, kept } = await cancelEach(tx, actor, bookings, at);
    const { expected = cancelled.length } = input;
    if (expected !== cancelled.length) return refuse("list_changed");
    const ended = await endSeries(tx, series, input, today, at);
    if (cancelled.length === 0 && kept.length > 0) return refuse("too_late_to_cancel");
    if (cancelled.length === 0 && !ended) return refuse("nothing_to_cancel");
    await noteSeries(tx, actor, series, "series.cancelled", { cancelled: cancelled.length });
    if (cancelled.length > 0) {
      const ids = cancelled.map(({ id }) => id);
      const stay = daysOf(kept.map(({ booking }) => booking));
      await notifyOfSeries(tx, "series-cancelled", series, ids, stay);
    }
    return ok({ id: series.id, cancelled: cancelled.length, kept: kept.length });
  });
}

async function listMeant(
  tx: Tx,
  series: Series,
  { scope, day }: CancelSeriesInput,
  at: Date,
): Promise<{ id: string; spaceId: string }[]> {
  const rows = await tx.booking.findMany({
    where: {
      spaceId: series.spaceId,
      seriesId: series.id,
      // One that was swapped away is somebody else's.
      personId: series.personId,
      state: { in: ["requested", "held", "confirmed"] },
      endsAt: { gt: at },
    },
    select: { id: true, spaceId: true, day: true },
  });
  return rows.filter((row) => isMeant(scope, day, dayFromColumn(row.day)));
}

/** Gives up the refused dates meant; from a date on, the series is over. True when that changed anything. */
async function endSeries(
  tx: Tx,
  series: Series,
  { scope, day }: CancelSeriesInput,
  today: Day,
  at: Date,
): Promise<boolean> {
  const key = { spaceId: series.spaceId, seriesId: series.id };
  const open = await tx.seriesRefusal.findMany({ where: { ...key, closedAt: null } });
  const given = open
    .map((row) => row.day)
    .filter((each) => isMeant(scope, day, dayFromColumn(each)));
  await tx.seriesRefusal.updateMany({
    where: { ...key, closedAt: null, day: { in: given } },
    data: { closedAt: at },
  });
  if (scope === "one") return given.length > 0;
  const from = scope === "from" && day !== undefined && day > today ? day : today;
  if (series.endedFrom !== null && series.endedFrom <= from) return given.length > 0;
  if (from > series.lastDay) return given.length > 0;
  await tx.series.update({
    where: { spaceId_id: { spaceId: series.spaceId, id: series.id } },
    data: { endedFrom: dateColumn(from) },
  });
  return true;
}
