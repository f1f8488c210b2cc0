import { dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { listFrozenMonths } from "../frozen-months/queries";
import { listUsageBookings } from "../queries";
import { usageOf } from "../rules";
import { earlierOf, firstDayOf, lastDayOf, monthOf } from "../schema";
import { openMonth, openMonths } from "./rules";
import type { OpenMonth } from "./schema";

/**
 * Use of the network month by month, oldest first, for everybody: whole months that are over in the
 * network's zone, frozen ones as they were kept, the others counted from their bookings, small numbers
 * hidden. At the most `mostOpenMonths`; empty before the first is over.
 */
export async function listOpenMonths(at: Date = now()): Promise<OpenMonth[]> {
  const current = monthOf(dayOf(at, networkTimeZone));
  const [booked, kept, spaces] = await Promise.all([
    readDb.booking.aggregate({ _min: { startsAt: true } }),
    readDb.networkMonth.aggregate({ _min: { month: true } }),
    listSpaces(readDb),
  ]);
  const starts = [booked._min.startsAt, kept._min.month].flatMap((start) =>
    start ? [monthOf(dayOf(start, networkTimeZone))] : [],
  );
  const months = openMonths(starts.reduce(earlierOf, current), current);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const frozen = await listFrozenMonths({ first: firstDayOf(first), last: lastDayOf(last) });
  const told: OpenMonth[] = [];
  for (const month of months) {
    const range = { first: firstDayOf(month), last: lastDayOf(month) };
    const usage = frozen.get(month) ?? usageOf(spaces, await listUsageBookings(range), range);
    told.push(...openMonth(month, spaces, usage));
  }
  return told;
}
