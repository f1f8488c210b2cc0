import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, dateColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb, type Tx } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type FrozenMonth, listFrozenMonths } from "./frozen-months/queries";
import { canReadReports } from "./policy";
import { type Residence, type ResidenceLine, residenceLines } from "./residences/rules";
import {
  addUsages,
  type DayRange,
  nothingUsed,
  type UsageBooking,
  type UsageOfNetwork,
  usageOf,
  usersPresent,
} from "./rules";
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
  const frozen = await listFrozenMonths(whole);
  const counted = until(period, yesterday);
  const parts = partsOf(period, yesterday, { spaces, bookings, frozen });
  const network = addUsages(parts.map((part) => part.network));
  return {
    period,
    countedUntil: counted.last < counted.first ? null : counted.last,
    spaces: spaces.map((space) =>
      lineOfSpace(
        space,
        addUsages(parts.map(({ bySpace }) => bySpace.get(space.id) ?? nothingUsed)),
      ),
    ),
    network,
    residences: network.users === null ? null : await residencesOf(parts),
    months: monthsOf({ first: chartFrom, last: period.last }).map((month) => ({
      month,
      usage: addUsages(
        partsOf({ first: month, last: month }, yesterday, { spaces, bookings, frozen }).map(
          (part) => part.network,
        ),
      ),
      isRunning: lastDayOf(month) > yesterday,
    })),
  };
}

/** Figures of a stretch of the period: of one month frozen, or of all those still counted from bookings. */
type Part = UsageOfNetwork & { countByCommune: () => Promise<Map<string, number>> };
type Rows = { spaces: Space[]; bookings: UsageBooking[]; frozen: Map<Month, FrozenMonth> };

/** Frozen months come first: what is old only grows older. */
function partsOf(period: Period, yesterday: Day, { spaces, bookings, frozen }: Rows): Part[] {
  const months = monthsOf(period);
  const old = months.flatMap((month) => frozen.get(month) ?? []);
  const [firstLive] = months.slice(old.length);
  const frozenParts = old.map(
    ({ residences, ...usage }): Part => ({ ...usage, countByCommune: async () => residences }),
  );
  if (!firstLive) return frozenParts;
  const range = until({ first: firstLive, last: period.last }, yesterday);
  const countByCommune = () => countResidences([...usersPresent(spaces, bookings, range)]);
  return [...frozenParts, { ...usageOf(spaces, bookings, range), countByCommune }];
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

async function residencesOf([part]: Part[]): Promise<ResidenceLine[] | null> {
  const [communes, counts] = await Promise.all([
    listResidences(),
    part?.countByCommune() ?? new Map<string, number>(),
  ]);
  return residenceLines(communes, counts);
}

function lineOfSpace(space: Space, usage: Usage) {
  return { slug: space.slug, name: space.name, communeName: space.commune.name, usage };
}

function until(period: Period, yesterday: Day): DayRange {
  return { first: firstDayOf(period.first), last: earlierOf(lastDayOf(period.last), yesterday) };
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
