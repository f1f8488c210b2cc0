import { type Actor, systemActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type Diagnosis, getDiagnosis } from "@/lib/surveys/diagnosis/queries";
import { listPeopleBehind } from "../disclosure/queries";
import { untoldMonths } from "../disclosure/rules";
import type { Untold } from "../disclosure/schema";
import { refreshFacts } from "../facts/commands";
import { listCountedMonths } from "../facts/queries";
import { yesterdayAt } from "../facts/rules";
import type { KeptMonth } from "../frozen-months/queries";
import { canReadReports } from "../policy";
import { listUsageBookings } from "../queries";
import { firstDayOf, lastDayOf, type Month, monthsOf, type Period } from "../schema";
import {
  compared,
  comparedPlaces,
  comparedSlots,
  declaredKinds,
  type PlaceUse,
  realUse,
  yearAfter,
} from "./rules";
import { type Compared, type ComparedKind, comparedKinds } from "./schema";

/** A campaign that closed, by its name in addresses. */
export type ClosedCampaign = { slug: string; opensAt: Date; timeZone: string };

export type UseFigures = {
  /** Person-days a month over the network. */
  real: number;
  /** Months that no report tells of: they are in no figure. */
  leftOut: number;
  places: Compared<string>[];
  /** Declared: weighted people by half-day; real: person-days a month. Only their shares compare. */
  slots: Compared<string>[];
  slotsLeftOut: number;
  kinds: Compared<ComparedKind>[];
  kindsLeftOut: number;
};

export type DeclaredUse = {
  diagnosis: Diagnosis;
  /** Those that may be compared, this one among them, the last first. */
  campaigns: ClosedCampaign[];
  /** Whole months compared; null while none is over since the survey closed. */
  period: Period | null;
  /** False while days of them were never counted. */
  isCounted: boolean;
  /** Null while nothing that may be told was used over these months. */
  use: UseFigures | null;
};

/**
 * What people declared in a survey that closed, beside how places were used over the twelve months that
 * followed: the one named, else the last with a month to compare, else the last. Null before any survey
 * closed. Staff and admins, NotFound for others and for a name that is none of these.
 */
export async function findDeclaredUse(
  actor: Actor,
  named: string | null,
  at: Date = now(),
): Promise<DeclaredUse | null> {
  if (!canReadReports(actor)) throw new NotFound();
  const closed = await readDb.campaign.findMany({
    where: { readyAt: { not: null }, closesAt: { lte: at } },
    orderBy: [{ closesAt: "desc" }, { slug: "asc" }],
    select: { slug: true, opensAt: true, closesAt: true, timeZone: true },
  });
  const periodOf = ({ closesAt, timeZone }: { closesAt: Date; timeZone: string }) =>
    // Half-open: it closed on the day of the instant before.
    yearAfter(dayOf(new Date(closesAt.getTime() - 1), timeZone), dayOf(at, networkTimeZone));
  const campaign =
    named === null
      ? (closed.find((each) => periodOf(each) !== null) ?? closed[0])
      : closed.find(({ slug }) => slug === named);
  if (!campaign && named !== null) throw new NotFound();
  if (!campaign) return null;
  const diagnosis = await getDiagnosis(actor, campaign.slug, at);
  const period = periodOf(campaign);
  return {
    diagnosis,
    campaigns: closed.map(({ slug, opensAt, timeZone }) => ({ slug, opensAt, timeZone })),
    period,
    ...(period ? await figuresOver({ diagnosis, period }, at) : { isCounted: true, use: null }),
  };
}

/** Months of too few people are left out of the network, and of each place, as in their reports. */
async function figuresOver(
  { diagnosis, period }: { diagnosis: Diagnosis; period: Period },
  at: Date,
): Promise<Pick<DeclaredUse, "isCounted" | "use">> {
  const range = { first: firstDayOf(period.first), last: lastDayOf(period.last) };
  const upToDateAt = await refreshFacts(systemActor("reports"), range, at);
  if (!upToDateAt) return { isCounted: false, use: null };
  const yesterday = yesterdayAt(at);
  const counted = await listCountedMonths(period, yesterday);
  const untold = untoldMonths(await listPeopleBehind(counted, yesterday));
  const told = [...counted].flatMap(([month, { network }]) =>
    untold.network.has(month) ? [] : [network.personDays],
  );
  const days = told.reduce((sum, own) => sum + own, 0);
  if (days === 0) return { isCounted: true, use: null };
  const [spaces, bookings] = [await listSpaces(readDb), await listUsageBookings(range)];
  const { bySlot, byKind } = realUse(spaces, bookings, { months: monthsOf(period), untold });
  const places = byCommune(spaces, counted, untold);
  const use: UseFigures = {
    real: days / told.length,
    leftOut: untold.network.size,
    places: comparedPlaces(diagnosis.demand, places),
    slots: compared(comparedSlots, declaredSlots(diagnosis), bySlot?.days ?? null),
    slotsLeftOut: bySlot?.leftOut ?? 0,
    kinds: compared(comparedKinds, declaredKinds(diagnosis.deskKinds), byKind?.days ?? null),
    kindsLeftOut: byKind?.leftOut ?? 0,
  };
  return { isCounted: true, use };
}

/** A half-day nobody ticked is nothing, one that may not be told is null. */
function declaredSlots({ peak }: Diagnosis): Map<string, number | null> {
  return new Map(
    comparedSlots.map((slot) => [
      slot,
      peak.bySlot.has(slot) ? (peak.bySlot.get(slot) ?? null) : 0,
    ]),
  );
}

/**
 * Person-days a month by commune of the spaces, each place over its own months told, frozen months included. A
 * commune where nobody came is not there.
 */
function byCommune(
  spaces: readonly Space[],
  counted: ReadonlyMap<Month, KeptMonth>,
  untold: Untold,
): Map<string, PlaceUse> {
  return new Map(
    [...Map.groupBy(spaces, ({ commune }) => commune.insee)].flatMap(([insee, own]) => {
      const uses = own.flatMap((space) => placeUse(space, counted, untold));
      if (uses.length === 0) return [];
      const told = uses.flatMap(({ days }) => days ?? []);
      const sum = told.reduce((total, each) => total + each, 0);
      const leftOut = Math.max(...uses.map((use) => use.leftOut));
      return [[insee, { days: told.length > 0 ? sum : null, leftOut }] as const];
    }),
  );
}

function placeUse(
  { id }: Space,
  counted: ReadonlyMap<Month, KeptMonth>,
  untold: Untold,
): PlaceUse[] {
  const own = untold.bySpace.get(id);
  const told = [...counted].filter(([month]) => !own?.has(month));
  const days = told.reduce((sum, [, { bySpace }]) => sum + (bySpace.get(id)?.personDays ?? 0), 0);
  const leftOut = counted.size - told.length;
  if (days === 0 && leftOut === 0) return [];
  // Of a place that had enough people one month in twelve, that month is no mean.
  const isTold = days > 0 && told.length >= leftOut;
  return [{ days: isTold ? days / told.length : null, leftOut }];
}
