import type { Actor, PersonActor } from "@/lib/core/actor";
import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { getSpaceById, listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { type BookingView, bookingSelect, toBookingView } from "../queries";
import { canSeeSeries } from "./policy";
import { type PreviewedDate, previewDates } from "./previews/queries";
import { termsOn } from "./rules";
import {
  type FormerTerms,
  formerTermsJson,
  type SeriesMoment,
  type SeriesPattern,
  type SeriesTerms,
} from "./schema";

const dayMs = 86_400_000;

export const seriesSelect = {
  id: true,
  spaceId: true,
  personId: true,
  resourceId: true,
  frequency: true,
  firstDay: true,
  lastDay: true,
  part: true,
  startMinute: true,
  endMinute: true,
  endedFrom: true,
  formerTerms: true,
  companions: true,
} satisfies Prisma.SeriesSelect;

type SeriesRow = Prisma.SeriesGetPayload<{ select: typeof seriesSelect }>;

export type Series = SeriesPattern &
  SeriesTerms & {
    id: string;
    spaceId: string;
    personId: string;
    endedFrom: Day | null;
    formerTerms: FormerTerms[];
    companions: string[];
  };

/** A row of the table in the words of the domain. */
export function toSeries(row: SeriesRow): Series {
  return {
    id: row.id,
    spaceId: row.spaceId,
    personId: row.personId,
    resourceId: row.resourceId,
    frequency: row.frequency,
    firstDay: dayFromColumn(row.firstDay),
    lastDay: dayFromColumn(row.lastDay),
    moment: momentOf(row),
    endedFrom: row.endedFrom ? dayFromColumn(row.endedFrom) : null,
    formerTerms: formerTermsJson.parse(row.formerTerms),
    companions: row.companions,
  };
}

/** Hours have both their minutes: the check `series_minutes`. */
function momentOf({ part, startMinute, endMinute }: SeriesRow): SeriesMoment {
  if (part !== "hours") return { part };
  return { part, startMinute: startMinute ?? 0, endMinute: endMinute ?? 1440 };
}

/** One date that could not be had, or was not wanted, as it stands at the instant of the reading. */
export type RefusedDate = PreviewedDate & {
  /** Why it was refused when it was asked for. */
  was: string;
  /** False: given up, or left out by choice; it may still be asked for. */
  isOpen: boolean;
};

export type SeriesView = Series & {
  space: Space;
  resourceName: string;
  bookings: BookingView[];
  /** Those still to come and without a booking, in order. */
  refused: RefusedDate[];
};

/** A series with what became of each of its dates; NotFound for whoever may not see it. */
export async function getSeries(
  actor: Actor,
  seriesId: string,
  at: Date = now(),
): Promise<SeriesView> {
  const row = await db.series.findFirst({ where: { id: seriesId }, select: seriesSelect });
  if (!row || !canSeeSeries(actor, row)) throw new NotFound();
  const series = toSeries(row);
  const where = { spaceId: series.spaceId, seriesId };
  const [space, bookings, refusals] = await Promise.all([
    getSpaceById(series.spaceId),
    db.booking.findMany({
      where: { ...where, personId: series.personId },
      select: bookingSelect,
      orderBy: { startsAt: "asc" },
    }),
    db.seriesRefusal.findMany({ where, orderBy: { day: "asc" } }),
  ]);
  const today = dateColumn(dayOf(at, space.calendar.timeZone));
  const booked = new Set(bookings.map(({ day }) => dayFromColumn(day)));
  const left = refusals.filter(({ day }) => day >= today && !booked.has(dayFromColumn(day)));
  const wishes = left.map((each) => {
    const day = dayFromColumn(each.day);
    return { day, ...termsOn(series, day) };
  });
  const dates = await previewDates(space, series.personId, wishes, at);
  const own = actor.kind === "person" && actor.personId === series.personId;
  return {
    ...series,
    space,
    resourceName: space.resources.find(({ id }) => id === series.resourceId)?.name ?? "",
    bookings: bookings.map((booking) => {
      const view = toBookingView(booking, at);
      return own ? view : { ...view, cancellableUntil: null };
    }),
    refused: dates.flatMap((date) => {
      const refusal = left.find(({ day }) => dayFromColumn(day) === date.day);
      return refusal ? { ...date, was: refusal.refusal, isOpen: refusal.closedAt === null } : [];
    }),
  };
}

export type SeriesLine = Series & {
  spaceName: string;
  resourceName: string;
  /** Dates still to come that are had or asked for. */
  coming: number;
  /** Dates refused and not given up. */
  refused: number;
};

/** The member's series that still run or wait for an answer, newest first, fifty at most. */
export async function listSeriesOfMember(
  actor: PersonActor,
  at: Date = now(),
): Promise<SeriesLine[]> {
  const today = dateColumn(dayOf(at, networkTimeZone));
  const rows = await db.series.findMany({
    where: { personId: actor.personId, lastDay: { gte: new Date(at.getTime() - 2 * dayMs) } },
    select: {
      ...seriesSelect,
      bookings: {
        where: { state: { in: ["requested", "held", "confirmed"] }, endsAt: { gt: at } },
        select: { id: true },
      },
      refused: { where: { closedAt: null, day: { gte: today } }, select: { day: true } },
    },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  const spaces = await listSpaces();
  return rows.map(({ bookings, refused, ...row }) => {
    const series = toSeries(row);
    const space = spaces.find(({ id }) => id === series.spaceId);
    const resource = space?.resources.find(({ id }) => id === series.resourceId);
    return {
      ...series,
      spaceName: space?.name ?? "",
      resourceName: resource?.name ?? "",
      coming: bookings.length,
      refused: refused.length,
    };
  });
}
