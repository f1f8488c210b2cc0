import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db, readDb } from "@/lib/infra/db";
import { keptReport } from "../figures/kept/schema";
import { getReport } from "../figures/queries";
import type { Report } from "../figures/schema";
import { canReadReports } from "../policy";
import type { DayRange } from "../rules";
import { canOpenPreparation, seesEvery } from "./policy";
import { expiryOf, isLong, stateOf } from "./rules";
import type { Preparation } from "./schema";
import { keptDays } from "./schema";

const shown = {
  id: true,
  askedBy: true,
  firstDay: true,
  lastDay: true,
  askedAt: true,
  done: true,
  total: true,
  finishedAt: true,
  failedAt: true,
  person: { select: { name: true } },
} as const;

/** What the actor asked for, and for admins what anybody did, the latest first; none that has expired. NotFound for others than staff. */
export async function listPreparations(actor: Actor, at: Date = now()): Promise<Preparation[]> {
  if (actor.kind !== "person" || !canReadReports(actor)) throw new NotFound();
  const rows = await db.reportPreparation.findMany({
    where: {
      askedAt: { gt: oldest(at) },
      ...(seesEvery(actor) ? {} : { askedBy: actor.personId }),
    },
    select: shown,
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  return rows.map(({ firstDay, lastDay, person, ...row }) => ({
    id: row.id,
    range: { first: dayFromColumn(firstDay), last: dayFromColumn(lastDay) },
    askedAt: row.askedAt,
    askedBy: row.askedBy === actor.personId ? null : person.name,
    state: stateOf(row),
    done: row.done,
    total: row.total,
    expiresAt: expiryOf(row.askedAt),
  }));
}

/** The latest instant at which what was asked for has expired. */
function oldest(at: Date): Date {
  return new Date(at.getTime() - keptDays * 86_400_000);
}

/**
 * The reports that were prepared: the whole period, then its years. NotFound for whoever did not ask for them
 * (admins apart), while they are not done, and once they have expired.
 */
export async function getPreparedReports(
  actor: Actor,
  id: string,
  at: Date = now(),
): Promise<{ reports: Report[]; askedAt: Date }> {
  const isNumber = z.uuid().safeParse(id).success;
  const row = isNumber
    ? await db.reportPreparation.findFirst({
        where: { id, askedAt: { gt: oldest(at) }, finishedAt: { not: null } },
        select: { askedBy: true, askedAt: true, parts: true },
      })
    : null;
  if (!row || !canOpenPreparation(actor, row.askedBy)) throw new NotFound();
  return { reports: z.array(keptReport).parse(row.parts), askedAt: row.askedAt };
}

/**
 * The report of a period: counted now, or, where that takes long, as whoever asks had it prepared; null while
 * they have not. NotFound for others than staff.
 */
export async function findReportInTime(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<Report | null> {
  if (!canReadReports(actor)) throw new NotFound();
  if (!(await isPreparedByJob(range))) return getReport(actor, range, at);
  return (await findPrepared(actor, range, at))?.report ?? null;
}

/** The report of a period as whoever asks had it prepared, and as of when; null while none is there. */
export async function findPrepared(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<{ report: Report; askedAt: Date } | null> {
  const own = (await listPreparations(actor, at)).find(
    (each) =>
      each.state === "done" &&
      each.askedBy === null &&
      each.range.first === range.first &&
      each.range.last === range.last,
  );
  if (!own) return null;
  const { reports, askedAt } = await getPreparedReports(actor, own.id, at);
  const [report] = reports;
  return report ? { report, askedAt } : null;
}

/** Changes when something of what the actor asked for does; no name in it. */
export async function getPreparationsVersion(actor: Actor, at: Date = now()): Promise<string> {
  const all = await listPreparations(actor, at);
  const told = all.map(({ id, done, state }) => `${id} ${done} ${state}`).join("\n");
  return createHash("sha256").update(told).digest("hex").slice(0, 16);
}

/** Whether the files of a period are to be prepared by a job rather than made while the page waits. */
export async function isPreparedByJob(range: DayRange): Promise<boolean> {
  const [row] = await readDb.$queryRaw<{ bookings: number }[]>`
    SELECT greatest(sum(c.reltuples), 0)::float AS bookings FROM pg_class c
    WHERE c.oid = to_regclass('bookings')`;
  return isLong(range, row?.bookings ?? 0);
}
