import { type Day, dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import type { SchoolHoliday } from "../opening-hours/schema";
import { networkTimeZone } from "../schema";
import { type SchoolHolidayRefusal, schoolHolidayRefusals } from "./schema";

export type SchoolHolidayState = {
  zone: string;
  /** Not over yet, soonest first. */
  coming: SchoolHoliday[];
  /** Nothing is known from this local day on; null when nothing is known at all. */
  knownUntil: Day | null;
  /** Last good reading of the ministry's calendar; null = the copy that came with the platform. */
  importedAt: Date | null;
  /** Why the last reading was refused, and when; null when it was good or never tried. */
  failure: { refusal: SchoolHolidayRefusal; at: Date } | null;
};

/** School holidays of a space's zone as they are known, and how the last reading went; public facts. */
export async function getSchoolHolidayState(
  spaceId: string,
  at: Date = now(),
): Promise<SchoolHolidayState> {
  const { schoolZone: zone } = await db.space.findFirstOrThrow({
    where: { id: spaceId },
    select: { schoolZone: true },
  });
  const today = dateColumn(dayOf(at, networkTimeZone));
  const [rows, last, tried] = await Promise.all([
    db.schoolHoliday.findMany({
      where: { zone, untilDay: { gt: today } },
      select: { firstDay: true, untilDay: true, name: true },
      orderBy: { firstDay: "asc" },
    }),
    db.schoolHoliday.aggregate({ where: { zone }, _max: { untilDay: true } }),
    db.schoolHolidayImport.findUnique({ where: { zone } }),
  ]);
  const refusal = schoolHolidayRefusals.find((known) => known === tried?.refusal);
  return {
    zone,
    coming: rows.map((row) => ({
      name: row.name,
      firstDay: dayFromColumn(row.firstDay),
      untilDay: dayFromColumn(row.untilDay),
    })),
    knownUntil: last._max.untilDay ? dayFromColumn(last._max.untilDay) : null,
    importedAt: tried?.importedAt ?? null,
    failure: tried && refusal ? { refusal, at: tried.triedAt } : null,
  };
}
