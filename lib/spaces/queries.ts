import { addDays, type Day, dateColumn, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import type { OpeningCalendar } from "./opening-hours/schema";
import {
  type EquipmentCode,
  equipmentCodes,
  type PosterName,
  posterNames,
  type ResourceFeature,
  type ResourceKind,
  resourceFeatures,
  type SpaceTexts,
  spaceTexts,
  wallIntervals,
} from "./schema";

export type SpaceResource = {
  id: string;
  kind: ResourceKind;
  name: string;
  features: ResourceFeature[];
  /** Half-open local days of service; null = still in service. */
  inServiceFrom: Day;
  inServiceUntil: Day | null;
};

export type Space = {
  id: string;
  slug: string;
  name: string;
  commune: { insee: string; name: string };
  street: string;
  postalCode: string;
  latitude: number;
  longitude: number;
  texts: SpaceTexts;
  equipment: EquipmentCode[];
  hostName: string | null;
  poster: PosterName;
  bookingHorizonDays: number;
  cancelDaysBefore: number;
  cancelUntilMinute: number;
  isDemonstration: boolean;
  source: { title: string; date: string } | null;
  calendar: OpeningCalendar;
  resources: SpaceResource[];
};

/** Local days, both included, for which exceptions and closures are wanted. */
export type DayRange = { first: Day; last: Day };

/** Every space of the network with its hours over the range, by commune name; public. */
export async function listSpaces(range: DayRange, client: Tx = db): Promise<Space[]> {
  const rows = await client.space.findMany({
    select: spaceSelect(range),
    orderBy: [{ commune: { name: "asc" } }, { name: "asc" }],
  });
  return rows.map(toSpace);
}

/** One space by its address; throws NotFound for an unknown slug; public. */
export async function getSpaceBySlug(
  slug: string,
  range: DayRange,
  client: Tx = db,
): Promise<Space> {
  const row = await client.space.findUnique({ where: { slug }, select: spaceSelect(range) });
  if (!row) throw new NotFound();
  return toSpace(row);
}

/** Slugs and names for menus and links; public. */
export async function listSpaceNames(): Promise<{ id: string; slug: string; name: string }[]> {
  return db.space.findMany({
    select: { id: true, slug: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** Communes people may live in or search around, those of the territory first; public. */
export async function listCommunes(): Promise<
  { insee: string; name: string; latitude: number; longitude: number; isMember: boolean }[]
> {
  return db.commune.findMany({
    select: { insee: true, name: true, latitude: true, longitude: true, isMember: true },
    orderBy: [{ isMember: "desc" }, { name: "asc" }],
  });
}

function spaceSelect({ first, last }: DayRange) {
  // A day's slack on both sides: the range is in local days, closures are instants.
  const from = dateColumn(addDays(first, -1));
  const until = dateColumn(addDays(last, 2));
  return {
    id: true,
    slug: true,
    name: true,
    commune: { select: { insee: true, name: true } },
    street: true,
    postalCode: true,
    latitude: true,
    longitude: true,
    texts: true,
    equipment: true,
    hostName: true,
    poster: true,
    timeZone: true,
    halfDayBoundary: true,
    closesOnPublicHolidays: true,
    bookingHorizonDays: true,
    cancelDaysBefore: true,
    cancelUntilMinute: true,
    isDemonstration: true,
    sourceTitle: true,
    sourceDate: true,
    resources: {
      select: {
        id: true,
        kind: true,
        name: true,
        features: true,
        inServiceFrom: true,
        inServiceUntil: true,
      },
      orderBy: { rank: "asc" },
    },
    rules: {
      select: {
        weekday: true,
        startMinute: true,
        endMinute: true,
        state: true,
        validFrom: true,
        validUntil: true,
      },
    },
    exceptions: {
      select: { day: true, intervals: true, reason: true },
      where: { day: { gte: from, lt: until } },
    },
    closures: {
      select: { startsAt: true, endsAt: true, reason: true },
      where: { withdrawnAt: null, startsAt: { lt: until }, endsAt: { gt: from } },
    },
  } satisfies Prisma.SpaceSelect;
}

type SpaceRow = Prisma.SpaceGetPayload<{ select: ReturnType<typeof spaceSelect> }>;

function toSpace(row: SpaceRow): Space {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    commune: row.commune,
    street: row.street,
    postalCode: row.postalCode,
    latitude: row.latitude,
    longitude: row.longitude,
    texts: spaceTexts.parse(row.texts),
    equipment: equipmentCodes.filter((code) => row.equipment.includes(code)),
    hostName: row.hostName,
    poster: posterNames.find((name) => name === row.poster) ?? "interieur",
    bookingHorizonDays: row.bookingHorizonDays,
    cancelDaysBefore: row.cancelDaysBefore,
    cancelUntilMinute: row.cancelUntilMinute,
    isDemonstration: row.isDemonstration,
    source:
      row.sourceTitle && row.sourceDate ? { title: row.sourceTitle, date: row.sourceDate } : null,
    calendar: toCalendar(row),
    resources: row.resources.map((resource) => ({
      id: resource.id,
      kind: resource.kind,
      name: resource.name,
      features: resourceFeatures.filter((feature) => resource.features.includes(feature)),
      inServiceFrom: dayFromColumn(resource.inServiceFrom),
      inServiceUntil: dayOrNull(resource.inServiceUntil),
    })),
  };
}

function toCalendar(row: SpaceRow): OpeningCalendar {
  return {
    timeZone: row.timeZone,
    halfDayBoundary: row.halfDayBoundary,
    closesOnPublicHolidays: row.closesOnPublicHolidays,
    rules: row.rules.map((rule) => ({
      ...rule,
      validFrom: dayOrNull(rule.validFrom),
      validUntil: dayOrNull(rule.validUntil),
    })),
    exceptions: row.exceptions.map((exception) => ({
      day: dayFromColumn(exception.day),
      intervals: wallIntervals.parse(exception.intervals),
      reason: exception.reason,
    })),
    closures: row.closures,
  };
}

function dayOrNull(column: Date | null): Day | null {
  return column ? dayFromColumn(column) : null;
}
