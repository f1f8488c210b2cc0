import type { Actor } from "@/lib/core/actor";
import { addDays, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb, type Tx } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { findFirstStart } from "./facts/queries";
import { canReadReports } from "./policy";
import type { Residence } from "./residences/rules";
import type { DayRange, UsageBooking } from "./rules";
import { earlierOf, type Month, monthOf, monthsOf } from "./schema";

/** Months that can be reported: from the first booking to the running one, latest first. Staff and admins. */
export async function listReportMonths(actor: Actor, at: Date = now()): Promise<Month[]> {
  if (!canReadReports(actor)) throw new NotFound();
  const current = monthOf(dayOf(at, networkTimeZone));
  const oldest = await findFirstStart();
  const first = oldest ? monthOf(dayOf(oldest, networkTimeZone)) : current;
  return monthsOf({ first: earlierOf(first, current), last: current }).reverse();
}

/** Every commune, as residences are told by. Takes a decided caller. */
export async function listResidences(): Promise<Residence[]> {
  return readDb.commune.findMany({
    select: {
      insee: true,
      name: true,
      epci: true,
      isMember: true,
      nearestBourg: true,
      population: true,
    },
  });
}

/** Bookings that were kept, with a day's slack on both sides for time zones. */
export async function listUsageBookings(
  { first, last }: DayRange,
  client: Tx = readDb,
): Promise<UsageBooking[]> {
  const rows = await client.booking.findMany({
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
      source: true,
    },
  });
  return rows.map(({ source, ...row }) => ({ ...row, isEvent: source === "event" }));
}

/** How many of these people live in each commune, by INSEE code, "" for those who did not say. */
export async function countResidences(
  personIds: string[],
  client: Tx = readDb,
): Promise<Map<string, number>> {
  const profiles = await client.profile.findMany({
    where: { personId: { in: personIds } },
    select: { communeId: true },
  });
  const counts = new Map<string, number>([["", personIds.length - profiles.length]]);
  for (const { communeId } of profiles) {
    const key = communeId ?? "";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
