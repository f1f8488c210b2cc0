import type { Actor } from "@/lib/core/actor";
import { dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { downloadText } from "@/lib/infra/downloads";
import { env } from "@/lib/infra/env";
import { log } from "@/lib/infra/log";
import type { SchoolHoliday } from "../opening-hours/schema";
import { networkTimeZone } from "../schema";
import { readSchoolHolidays } from "./rules";
import {
  type SchoolHolidayRefusal,
  type SchoolHolidaysFile,
  type SchoolZone,
  schoolZones,
} from "./schema";

const mostBytes = 1_000_000;

/**
 * Replaces a zone's school holidays by those of the ministry's calendar, when it is good as a whole: the
 * last good copy stays otherwise, and why is kept where hosts and the health page see it. Refuses every
 * SchoolHolidayRefusal. Run by the system only; the same calendar twice changes nothing.
 */
export async function importSchoolHolidays(
  actor: Actor,
  { zone, ics }: { zone: SchoolZone; ics: string },
  at: Date = now(),
): Promise<Result<{ changed: boolean }, SchoolHolidayRefusal>> {
  if (actor.kind !== "system") throw new Forbidden();
  const read = readSchoolHolidays(ics, zone, dayOf(at, networkTimeZone));
  if (!read.ok) {
    await noteFailure(zone, read.refusal, at);
    return read;
  }
  return inTransaction<{ changed: boolean }, SchoolHolidayRefusal>(async (tx) => {
    const changed = await replaceHolidays(tx, zone, read.value, at);
    const good = { triedAt: at, importedAt: at, refusal: null };
    await tx.schoolHolidayImport.upsert({
      where: { zone },
      create: { zone, ...good },
      update: good,
    });
    return ok({ changed });
  });
}

/** Reads every zone at SCHOOL_HOLIDAYS_URL, each by itself; does nothing where none is set. Run by the system. */
export async function fetchSchoolHolidays(
  actor: Actor,
  at: Date = now(),
  template: string | undefined = env().SCHOOL_HOLIDAYS_URL,
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  if (!template) return;
  for (const zone of schoolZones) {
    const ics = await downloadText(template.replaceAll("{zone}", zone), mostBytes);
    if (ics === null) await noteFailure(zone, "unreachable", at);
    else await importSchoolHolidays(actor, { zone, ics }, at);
  }
}

/** Writes the copy that comes with the platform, for zones no calendar of the ministry was read for yet. */
export async function loadSchoolHolidays(
  actor: Actor,
  { holidays }: SchoolHolidaysFile,
  at: Date = now(),
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  const imported = await db.schoolHolidayImport.findMany({
    where: { importedAt: { not: null } },
    select: { zone: true },
  });
  await inTransaction<null, never>(async (tx) => {
    for (const zone of schoolZones) {
      if (imported.some((row) => row.zone === zone)) continue;
      const own = holidays.filter(({ zones }) => zones.includes(zone));
      await replaceHolidays(tx, zone, own, at);
    }
    return ok(null);
  });
}

/** True when something changed: an unchanged week must not make every process read every space again. */
async function replaceHolidays(
  tx: Tx,
  zone: SchoolZone,
  holidays: SchoolHoliday[],
  at: Date,
): Promise<boolean> {
  const before = await tx.schoolHoliday.findMany({
    where: { zone },
    select: { firstDay: true, untilDay: true, name: true },
    orderBy: { firstDay: "asc" },
  });
  const line = ({ firstDay, untilDay, name }: SchoolHoliday) => `${firstDay} ${untilDay} ${name}`;
  const [had, has] = [
    before.map((row) =>
      line({
        ...row,
        firstDay: dayFromColumn(row.firstDay),
        untilDay: dayFromColumn(row.untilDay),
      }),
    ),
    holidays.map(line),
  ];
  if (had.join() === has.join()) return false;
  await tx.schoolHoliday.deleteMany({ where: { zone } });
  await tx.schoolHoliday.createMany({
    data: holidays.map(({ firstDay, untilDay, name }) => ({
      zone,
      name,
      firstDay: dateColumn(firstDay),
      untilDay: dateColumn(untilDay),
      fetchedAt: at,
    })),
  });
  return true;
}

async function noteFailure(zone: SchoolZone, refusal: SchoolHolidayRefusal, at: Date) {
  log.error({ zone, refusal }, "school holidays not taken, the last good copy stays");
  const bad = { triedAt: at, refusal };
  await db.schoolHolidayImport.upsert({
    where: { zone },
    create: { zone, ...bad },
    update: bad,
  });
}
