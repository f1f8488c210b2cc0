import type { Actor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type Diagnosis, getDiagnosis } from "@/lib/surveys/diagnosis/queries";
import { canReadReports } from "../policy";
import { getNetworkReport, listUsageBookings } from "../queries";
import { usersPresent } from "../rules";
import { firstDayOf, lastDayOf, monthsOf, type Period } from "../schema";
import {
  compared,
  comparedPlaces,
  comparedSlots,
  declaredKinds,
  realUse,
  yearAfter,
} from "./rules";
import { type Compared, type ComparedKind, comparedKinds, type RealUse } from "./schema";

/** A campaign that closed, by its name in addresses. */
export type ClosedCampaign = { slug: string; opensAt: Date; timeZone: string };

export type DeclaredUse = {
  diagnosis: Diagnosis;
  /** Those that may be compared, this one among them, the last first. */
  campaigns: ClosedCampaign[];
  /** Whole months compared; null while none is over since the survey closed. */
  period: Period | null;
  /** Null while nothing was used over these months. */
  use: {
    /** Person-days a month over the network. */
    real: number;
    places: Compared<string>[];
    /** Declared: weighted people by half-day; real: person-days a month. Only their shares compare. */
    slots: Compared<string>[];
    kinds: Compared<ComparedKind>[];
  } | null;
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
    use: period && (await figuresOver(actor, { diagnosis, period }, at)),
  };
}

async function figuresOver(
  actor: Actor,
  { diagnosis, period }: { diagnosis: Diagnosis; period: Period },
  at: Date,
): Promise<DeclaredUse["use"]> {
  const range = { first: firstDayOf(period.first), last: lastDayOf(period.last) };
  const [report, spaces, bookings] = [
    await getNetworkReport(actor, period, at),
    await listSpaces(readDb),
    await listUsageBookings(range),
  ];
  const months = monthsOf(period).length;
  const real = report.network.personDays / months;
  if (real === 0) return null;
  const { bySlot, byKind } = realUse(spaces, bookings, range, months);
  const peopleOf = (own: Space[]) => usersPresent(own, bookings, range).size;
  return {
    real,
    places: comparedPlaces(diagnosis.demand, byCommune(spaces, report, { months, peopleOf })),
    slots: compared(comparedSlots, declaredSlots(diagnosis), bySlot),
    kinds: compared(comparedKinds, declaredKinds(diagnosis.deskKinds), byKind),
  };
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

type Counted = { months: number; peopleOf: (spaces: Space[]) => number };

/** Person-days a month by commune of the spaces, frozen months included. */
function byCommune(
  spaces: readonly Space[],
  report: Awaited<ReturnType<typeof getNetworkReport>>,
  { months, peopleOf }: Counted,
): Map<string, RealUse> {
  const daysOf = new Map(report.spaces.map(({ slug, usage }) => [slug, usage.personDays]));
  return new Map(
    [...Map.groupBy(spaces, ({ commune }) => commune.insee)].flatMap(([insee, own]) => {
      const days = own.reduce((sum, { slug }) => sum + (daysOf.get(slug) ?? 0), 0);
      return days > 0 ? [[insee, { days: days / months, persons: peopleOf(own) }] as const] : [];
    }),
  );
}
