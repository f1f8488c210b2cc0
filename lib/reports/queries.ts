import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { canReadReports } from "./policy";
import { type ResidenceLine, residenceLines } from "./residences/rules";
import { type DayRange, type UsageBooking, usageOf, usersPresent } from "./rules";
import {
  addMonths,
  earlierOf,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsOf,
  type NetworkReport,
  type Period,
  type Usage,
} from "./schema";

/** Months before the end of the period that the chart shows, the period's own included. */
const chartMonths = 18;

/** Months that can be reported: from the first booking to the running one, latest first. Staff and admins. */
export async function listReportMonths(actor: Actor, at: Date = now()): Promise<Month[]> {
  if (!canReadReports(actor)) throw new NotFound();
  const current = monthOf(dayOf(at, networkTimeZone));
  const oldest = await readDb.booking.aggregate({ _min: { startsAt: true } });
  const first = oldest._min.startsAt
    ? monthOf(dayOf(oldest._min.startsAt, networkTimeZone))
    : current;
  return monthsOf({ first: earlierOf(first, current), last: current }).reverse();
}

/**
 * The network's usage over whole months, and month by month before. Days not over yet are left out, so
 * that a running month is not an empty one. NotFound for others than staff and admins.
 */
export async function getNetworkReport(
  actor: Actor,
  period: Period,
  at: Date = now(),
): Promise<NetworkReport> {
  if (!canReadReports(actor)) throw new NotFound();
  const yesterday = addDays(dayOf(at, networkTimeZone), -1);
  const chartFrom = addMonths(period.last, 1 - chartMonths);
  const whole = {
    first: firstDayOf(earlierOf(chartFrom, period.first)),
    last: lastDayOf(period.last),
  };
  const [spaces, bookings] = await Promise.all([listSpaces(readDb), listUsageBookings(whole)]);
  const range = until(period, yesterday);
  const usage = usageOf(spaces, bookings, range);
  const users = usersPresent(spaces, bookings, range);
  return {
    period,
    countedUntil: range.last < range.first ? null : range.last,
    spaces: spaces.map((space) => lineOfSpace(space, usage.bySpace.get(space.id))),
    network: usage.network,
    residences: await findResidences([...users]),
    months: monthsOf({ first: chartFrom, last: period.last }).map((month) => ({
      month,
      usage: usageOf(spaces, bookings, until({ first: month, last: month }, yesterday)).network,
      isRunning: lastDayOf(month) > yesterday,
    })),
  };
}

const nothing: Usage = { offered: 0, booked: 0, occupied: 0, personDays: 0, users: 0, guests: 0 };

function lineOfSpace(space: Space, usage: Usage = nothing) {
  return { slug: space.slug, name: space.name, communeName: space.commune.name, usage };
}

function until(period: Period, yesterday: Day): DayRange {
  return { first: firstDayOf(period.first), last: earlierOf(lastDayOf(period.last), yesterday) };
}

/** Bookings that were kept, with a day's slack on both sides for time zones. */
async function listUsageBookings({ first, last }: DayRange): Promise<UsageBooking[]> {
  return readDb.booking.findMany({
    where: {
      state: { in: ["confirmed", "no_show", "released"] },
      startsAt: { gte: dateColumn(addDays(first, -2)), lt: dateColumn(addDays(last, 2)) },
    },
    select: {
      id: true,
      spaceId: true,
      resourceId: true,
      personId: true,
      startsAt: true,
      endsAt: true,
      checkedInAt: true,
    },
  });
}

async function findResidences(personIds: string[]): Promise<ResidenceLine[] | null> {
  const [communes, profiles] = await Promise.all([
    readDb.commune.findMany({
      select: {
        insee: true,
        name: true,
        epci: true,
        isMember: true,
        nearestBourg: true,
        population: true,
      },
    }),
    readDb.profile.findMany({
      where: { personId: { in: personIds } },
      select: { communeId: true },
    }),
  ]);
  const counts = new Map<string, number>([["", personIds.length - profiles.length]]);
  for (const { communeId } of profiles) {
    const key = communeId ?? "";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return residenceLines(communes, counts);
}
