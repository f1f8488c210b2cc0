import { type Day, dayFromColumn } from "@/lib/core/day";
import type { Prisma, Tx } from "@/lib/infra/db";
import type { OpeningCalendar } from "../opening-hours/schema";
import { floorPlan } from "../plans/schema";
import type { Space, SpaceResource } from "../queries";
import type { Version } from "../readings/queries";
import { sharingPlaces } from "../resources/rules";
import {
  equipmentCodes,
  posterNames,
  resourceFeatures,
  spaceTexts,
  wallIntervals,
} from "../schema";

/**
 * Whole spaces under the versions they were known by. Content read after its version is at least as new
 * as it: kept under the older number, it is read again.
 */
export async function loadSpaces(versions: Version[], client: Tx): Promise<Space[]> {
  const rows = await client.space.findMany({
    where: { id: { in: versions.map(({ id }) => id) } },
    select: spaceSelect,
  });
  const holidays = await client.schoolHoliday.findMany({ orderBy: { firstDay: "asc" } });
  return rows.map((row) => ({
    ...toSpace(
      row,
      holidays.filter(({ zone }) => zone === row.schoolZone),
    ),
    version: versions.find(({ id }) => id === row.id)?.version ?? 0n,
  }));
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
      mostPeople: true,
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
      habilitationId: true,
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
    partIds: parts.map(({ partId }) => partId),
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
