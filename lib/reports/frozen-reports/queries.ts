import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { dayFromColumn, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { readDb } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { keptReport } from "../figures/kept/schema";
import { countReport } from "../figures/queries";
import type { Report } from "../figures/schema";
import { getReportRows } from "../indicators/queries";
import type { ReportRows } from "../indicators/schema";
import { canReadReports } from "../policy";
import { findPrepared, isPreparedByJob } from "../preparations/queries";
import type { DayRange } from "../rules";
import { monthOf } from "../schema";
import { changesOf, differencesOf } from "./comparison/rules";
import { canonicalText, parametersOf, sourceRows } from "./rules";
import {
  type FrozenReport,
  type FrozenReportLine,
  type Recount,
  reportParameters,
  reportSources,
  type SourceHashes,
  sourceHashes,
} from "./schema";

/** Signed reports, the last signed first. NotFound for others than staff and admins. */
export async function listFrozenReports(actor: Actor): Promise<FrozenReportLine[]> {
  if (!canReadReports(actor)) throw new NotFound();
  const rows = await readDb.frozenReport.findMany({
    select: {
      ...{ id: true, title: true, signedAs: true, signedAt: true },
      ...{ firstDay: true, lastDay: true, definitionsVersion: true },
    },
    orderBy: [{ signedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ firstDay, lastDay, ...row }) => ({
    ...row,
    range: { first: dayFromColumn(firstDay), last: dayFromColumn(lastDay) },
  }));
}

/** A signed report as it was, whatever became of the data. NotFound for others than staff and admins. */
export async function getFrozenReport(actor: Actor, id: string): Promise<FrozenReport> {
  return (await findFrozen(actor, id)).frozen;
}

/**
 * Counts a signed report anew from what is known at `at`, and says what differs and why. Where counting takes
 * long it is what whoever asks had prepared, and null while they have not. NotFound for others than staff and admins.
 */
export async function recountFrozenReport(
  actor: Actor,
  id: string,
  at: Date = now(),
): Promise<Recount | null> {
  const { frozen, sources } = await findFrozen(actor, id);
  const recounted = await countInTime(actor, frozen.range, at);
  if (!recounted) return null;
  const { report, rows, countedAt } = recounted;
  const kept = { report: frozen.report, parameters: frozen.parameters, sources };
  const counted = {
    report,
    parameters: rows ? parametersOf(rows) : {},
    sources: rows ? hashSources(rows, report.range) : {},
  };
  const monthAt = (instant: Date) => monthOf(dayOf(instant, networkTimeZone));
  const when = { signedIn: monthAt(frozen.signedAt), current: monthAt(countedAt) };
  const differences = differencesOf(kept, counted, when);
  return {
    countedAt: dayOf(countedAt, networkTimeZone),
    isIdentical: differences.length === 0,
    differences,
    changed: changesOf(kept, counted, when),
  };
}

/** A report with the rows behind it, which are only read where it was prepared: reading them takes no time to speak of. */
async function countInTime(
  actor: Actor,
  range: DayRange,
  at: Date,
): Promise<{ report: Report; rows: ReportRows | null; countedAt: Date } | null> {
  if (!(await isPreparedByJob(range))) {
    return { ...(await countReport(actor, range, at)), countedAt: at };
  }
  const prepared = await findPrepared(actor, range, at);
  if (!prepared) return null;
  const { report, askedAt } = prepared;
  const rows = report.counted ? await getReportRows(actor, report.counted, askedAt) : null;
  return { report, rows, countedAt: askedAt };
}

async function findFrozen(
  actor: Actor,
  id: string,
): Promise<{ frozen: FrozenReport; sources: SourceHashes }> {
  if (!canReadReports(actor) || !z.uuid().safeParse(id).success) throw new NotFound();
  const row = await readDb.frozenReport.findUnique({ where: { id } });
  if (!row) throw new NotFound();
  const { firstDay, lastDay, signedBy: _signedBy, sourceHashes: hashes, ...kept } = row;
  const report = keptReport.parse(kept.report);
  const parameters = reportParameters.parse(kept.parameters);
  const isIntact = figuresHashOf(kept.report, kept.parameters) === kept.figuresHash;
  const range = { first: dayFromColumn(firstDay), last: dayFromColumn(lastDay) };
  return {
    frozen: { ...kept, range, report, parameters, isIntact },
    sources: sourceHashes.parse(hashes),
  };
}

/** SHA-256 of the numbers and of what they were counted with, in canonical text. */
export function figuresHashOf(report: unknown, parameters: unknown): string {
  return sha256(canonicalText({ report, parameters }));
}

/** SHA-256 of each kind of rows a report was counted from. */
export function hashSources(rows: ReportRows, range: DayRange): SourceHashes {
  const own = sourceRows(rows, range);
  return Object.fromEntries(
    reportSources.map((source) => [source, sha256(canonicalText(own[source]))]),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
