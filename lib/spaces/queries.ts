import { type Day, dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import type { OpeningCalendar } from "./opening-hours/schema";
import { type FloorPlan, floorPlan } from "./plans/schema";
import {
  keepSpaces,
  keptSpace,
  type Version,
  versionById,
  versionByResource,
  versionBySlug,
  versionsByCommune,
  versionsOf,
} from "./readings/queries";
import { sharingPlaces } from "./resources/rules";
import {
  type BookingMode,
  type EquipmentCode,
  equipmentCodes,
  type PosterName,
  posterNames,
  type QuotaPeriod,
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
  capacity: number;
  modes: BookingMode[];
  stepMinutes: number;
  minMinutes: number;
  maxMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  /** Null = the space's own. */
  horizonDays: number | null;
  cancelNoticeMinutes: number | null;
  quotaCount: number | null;
  quotaPeriod: QuotaPeriod;
  needsApproval: boolean;
  /** Resources that hold a place in common with it: the room it is a part of, the parts it has. */
  sharesWith: string[];
  /** Closures of this resource, and of those it holds a place in common with, half-open. */
  closures: (Interval & { reason: string })[];
  /** An outside calendar keeps it, or what shares its place, busy too (busy_blocks). */
  hasImports: boolean;
  /** Where it stands on the plan; null = not drawn. */
  plan: { x: number; y: number } | null;
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
  noShowGraceMinutes: number | null;
  offerMinutes: number;
  /** Of everything here: the same number, the same space. */
  version: bigint;
  isDemonstration: boolean;
  /** Drawing of the floor; null when there is none. */
  plan: FloorPlan | null;
  source: { title: string; date: string } | null;
  calendar: OpeningCalendar;
  resources: SpaceResource[];
};

/** Every space of the network with its whole calendar, by commune name; public. */
export async function listSpaces(client: Tx = db): Promise<Space[]> {
  return readSpaces(await versionsOf(client, versionsByCommune, []), client);
}

/** One space by its address, with its whole calendar; throws NotFound for an unknown slug; public. */
export async function getSpaceBySlug(slug: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionBySlug, [slug]);
  return theOne(await readSpaces(versions, client));
}

/** Same by its identifier. */
export async function getSpaceById(id: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionById, [id]);
  return theOne(await readSpaces(versions, client));
}

/** The space one of whose resources this is; NotFound for an unknown one; public. */
export async function getSpaceOfResource(resourceId: string, client: Tx = db): Promise<Space> {
  const versions = await versionsOf(client, versionByResource, [resourceId]);
  return theOne(await readSpaces(versions, client));
}

async function readSpaces(versions: Version[], client: Tx): Promise<Space[]> {
  const unknown = versions.filter(({ id, version }) => keptSpace(id)?.version !== version);
  const fresh = new Map(
    unknown.length === 0
      ? []
      : (await loadSpaces(unknown, client)).map((space) => [space.id, space] as const),
  );
  // What a transaction sees of itself may be rolled back: it is not kept.
  if (client === db) keepSpaces([...fresh.values()]);
  return versions.flatMap(({ id }) => fresh.get(id) ?? keptSpace(id) ?? []);
}

/** Content read after its version is at least as new as it: kept under the older number, it is read again. */
async function loadSpaces(versions: Version[], client: Tx): Promise<Space[]> {
  const [rows, holidays] = await Promise.all([
    client.space.findMany({
      where: { id: { in: versions.map(({ id }) => id) } },
      select: spaceSelect,
    }),
    client.schoolHoliday.findMany({ orderBy: { firstDay: "asc" } }),
  ]);
  return rows.map((row) => ({
    ...toSpace(
      row,
      holidays.filter(({ zone }) => zone === row.schoolZone),
    ),
    version: versions.find(({ id }) => id === row.id)?.version ?? 0n,
  }));
}

function theOne([space]: Space[]): Space {
  if (!space) throw new NotFound();
  return space;
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

const spaceSelect = {
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
  noShowGraceMinutes: true,
  offerMinutes: true,
  schoolZone: true,
  isDemonstration: true,
  plan: true,
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
      capacity: true,
      modes: true,
      stepMinutes: true,
      minMinutes: true,
      maxMinutes: true,
      bufferBeforeMinutes: true,
      bufferAfterMinutes: true,
      noticeMinutes: true,
      horizonDays: true,
      cancelNoticeMinutes: true,
      quotaCount: true,
      quotaPeriod: true,
      needsApproval: true,
      planX: true,
      planY: true,
      parts: { select: { partId: true } },
      imports: { select: { id: true }, where: { removedAt: null } },
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
      everyWeeks: true,
      weekOffset: true,
      season: true,
      staffName: true,
    },
  },
  exceptions: { select: { day: true, intervals: true, reason: true } },
  closures: {
    select: { resourceId: true, startsAt: true, endsAt: true, reason: true },
    where: { withdrawnAt: null },
    orderBy: { startsAt: "asc" },
  },
} satisfies Prisma.SpaceSelect;

type SpaceRow = Prisma.SpaceGetPayload<{ select: typeof spaceSelect }>;
type HolidayRow = { firstDay: Date; untilDay: Date; name: string };

function toSpace(row: SpaceRow, holidays: HolidayRow[]): Omit<Space, "version"> {
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
    noShowGraceMinutes: row.noShowGraceMinutes,
    offerMinutes: row.offerMinutes,
    isDemonstration: row.isDemonstration,
    plan: row.plan === null ? null : floorPlan.parse(row.plan),
    source:
      row.sourceTitle && row.sourceDate ? { title: row.sourceTitle, date: row.sourceDate } : null,
    calendar: toCalendar(row, holidays),
    resources: row.resources.map((resource) => toResource(row, resource)),
  };
}

function toResource(
  row: SpaceRow,
  { parts, imports, planX, planY, ...resource }: SpaceRow["resources"][number],
): SpaceResource {
  const sharesWith = sharingPlaces(row.resources, resource.id);
  const importing = row.resources.filter((each) => each.imports.length > 0);
  return {
    ...resource,
    features: resourceFeatures.filter((feature) => resource.features.includes(feature)),
    inServiceFrom: dayFromColumn(resource.inServiceFrom),
    inServiceUntil: dayOrNull(resource.inServiceUntil),
    sharesWith,
    closures: row.closures
      .filter(
        ({ resourceId }) => resourceId === resource.id || sharesWith.includes(resourceId ?? ""),
      )
      .map(({ resourceId, ...closure }) => closure),
    hasImports: importing.some(({ id }) => id === resource.id || sharesWith.includes(id)),
    plan: planX === null || planY === null ? null : { x: planX, y: planY },
  };
}

function toCalendar(row: SpaceRow, holidays: HolidayRow[]): OpeningCalendar {
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
    closures: row.closures
      .filter((closure) => closure.resourceId === null)
      .map(({ resourceId, ...closure }) => closure),
    schoolHolidays: holidays.map((holiday) => ({
      firstDay: dayFromColumn(holiday.firstDay),
      untilDay: dayFromColumn(holiday.untilDay),
      name: holiday.name,
    })),
  };
}

function dayOrNull(column: Date | null): Day | null {
  return column ? dayFromColumn(column) : null;
}
