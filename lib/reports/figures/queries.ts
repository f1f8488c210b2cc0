import type { Actor } from "@/lib/core/actor";
import { addDays, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { listSpaces } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import { getReportRows } from "../indicators/queries";
import { definitionsVersion, type ReportRows } from "../indicators/schema";
import { canReadReports } from "../policy";
import type { DayRange } from "../rules";
import { earlierOf } from "../schema";
import { figuresOver } from "./kept/queries";
import type { Report } from "./schema";

/**
 * The 28 indicators over local days, both included, as anybody who reads reports may see them: days that
 * are not over are left out, small numbers are withheld. NotFound for others than staff and admins.
 */
export async function getReport(actor: Actor, range: DayRange, at: Date = now()): Promise<Report> {
  return (await countReport(actor, range, at)).report;
}

/** The same with the rows it was counted from, null before its first day is over; these are never shown. */
export async function countReport(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<{ report: Report; rows: ReportRows | null }> {
  if (!canReadReports(actor)) throw new NotFound();
  const yesterday = addDays(dayOf(at, networkTimeZone), -1);
  const counted = { first: range.first, last: earlierOf(range.last, yesterday) };
  const isBegun = counted.first <= counted.last;
  const [spaces, rows] = await Promise.all([
    listSpaces(readDb),
    isBegun ? getReportRows(actor, counted, at) : null,
  ]);
  const places = spaces.map(({ id, slug, name, commune }) => ({
    ...{ id, slug, name },
    communeName: commune.name,
  }));
  const report = {
    ...{ range, counted: isBegun ? counted : null, definitionsVersion, places },
    travelAssumptionsVersion: rows ? rows.travel.assumptions.version : null,
    figures: rows ? await figuresOver(rows, { range: counted, at }) : [],
  };
  return { report, rows };
}
