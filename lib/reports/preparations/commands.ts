import { type Actor, systemActor } from "@/lib/core/actor";
import { dateColumn, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { addJob } from "@/lib/infra/jobs";
import { lockAlone } from "@/lib/infra/locks";
import { notify } from "@/lib/notifications/commands";
import { networkTimeZone } from "@/lib/spaces/schema";
import { getReport } from "../figures/queries";
import type { Report } from "../figures/schema";
import { canReadReports } from "../policy";
import type { DayRange } from "../rules";
import { partsOf } from "./rules";
import type { PreparationRefusal } from "./schema";

/** How many one person may have under way. */
const mostUnderWay = 5;
/** Tries of the job, the first one included. */
const mostTries = 5;

/**
 * Has the files of a period prepared by a job, journalled: asked again while it runs, it is the same; once
 * over, it is made anew. Staff and admins; NotFound for others. Refuses `too_many` at five under way, and
 * `nothing_over` where no day of the period is.
 */
export async function askPreparation(
  actor: Actor,
  range: DayRange,
  at: Date = now(),
): Promise<Result<{ id: string }, PreparationRefusal>> {
  if (actor.kind !== "person" || !canReadReports(actor)) throw new NotFound();
  if (range.first >= dayOf(at, networkTimeZone)) return refuse("nothing_over");
  const { personId } = actor;
  return inTransaction<{ id: string }, PreparationRefusal>(async (tx) => {
    await lockAlone(tx, `report preparations ${personId}`);
    const period = { firstDay: dateColumn(range.first), lastDay: dateColumn(range.last) };
    const ofPeriod = { askedBy_firstDay_lastDay: { askedBy: personId, ...period } };
    const known = await tx.reportPreparation.findUnique({ where: ofPeriod });
    if (known && !known.finishedAt && !known.failedAt) return ok({ id: known.id });
    const underWay = { askedBy: personId, finishedAt: null, failedAt: null };
    if ((await tx.reportPreparation.count({ where: underWay })) >= mostUnderWay) {
      return refuse("too_many");
    }
    // A number of its own each time: a job of the one before finds nothing to add to.
    if (known) await tx.reportPreparation.delete({ where: { id: known.id } });
    const { id } = await tx.reportPreparation.create({
      data: { askedBy: personId, ...period, askedAt: at, total: partsOf(range).length },
      select: { id: true },
    });
    await addJob(tx, "prepare_report", { preparationId: id }, { maxAttempts: mostTries });
    const after = { du: range.first, au: range.last };
    await writeJournal(tx, { actor, action: "report_files.asked", subjectId: id, after });
    return ok({ id });
  });
}

type Counted = (range: DayRange, at: Date) => Promise<Report>;
const countedBySystem: Counted = (range, at) => getReport(systemActor("worker"), range, at);

/**
 * Counts what was asked for, report by report, keeping each as soon as it is there: killed half-way, it goes
 * on from the last kept. Whoever asked is told once, when all are. Run twice, or twice at once, it does
 * nothing twice. System only; `isLast`: of its tries, after which it is given up.
 */
export async function prepareReport(
  actor: Actor,
  { preparationId, isLast = false }: { preparationId: string; isLast?: boolean },
  at: Date = now(),
  count: Counted = countedBySystem,
): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  try {
    while (await prepareNext(preparationId, at, count));
  } catch (error) {
    if (isLast) {
      const unfinished = { id: preparationId, finishedAt: null };
      await db.reportPreparation.updateMany({ where: unfinished, data: { failedAt: at } });
    }
    throw error;
  }
}

/** One report more; false when nothing is left to do. */
async function prepareNext(id: string, at: Date, count: Counted): Promise<boolean> {
  const row = await db.reportPreparation.findUnique({
    where: { id },
    select: { firstDay: true, lastDay: true, askedAt: true, done: true, finishedAt: true },
  });
  if (!row || row.finishedAt) return false;
  const whole = { first: dayFromColumn(row.firstDay), last: dayFromColumn(row.lastDay) };
  const part = partsOf(whole)[row.done];
  // All of it is counted as things stood when it was asked for.
  const report = part ? await count(part, row.askedAt) : null;
  await inTransaction(async (tx) => {
    if (report) await keepPart(tx, id, row.done, report);
    else await finish(tx, id, whole, at);
    return ok(null);
  });
  return report !== null;
}

/** Kept unless another run kept it first. */
async function keepPart(tx: Tx, id: string, done: number, report: Report): Promise<void> {
  const [row] = await tx.$queryRaw<{ parts: Prisma.JsonValue }[]>`
    SELECT parts FROM report_preparations WHERE id = ${id}::uuid AND done = ${done} FOR UPDATE`;
  if (!row || !Array.isArray(row.parts)) return;
  const parts = [...row.parts, JSON.parse(JSON.stringify(report))];
  await tx.reportPreparation.update({ where: { id }, data: { parts, done: done + 1 } });
}

async function finish(tx: Tx, id: string, range: DayRange, at: Date): Promise<void> {
  const { count } = await tx.reportPreparation.updateMany({
    where: { id, finishedAt: null },
    data: { finishedAt: at, failedAt: null },
  });
  if (count === 0) return;
  const { person } = await tx.reportPreparation.findUniqueOrThrow({
    where: { id },
    select: { person: { select: { id: true, email: true, locale: true } } },
  });
  if (!person.email) return;
  const payload = { ...range, url: `${env().NEXTAUTH_URL}/pilotage/rapport/exports#${id}` };
  const told = { personId: person.id, email: person.email, locale: person.locale };
  await notify(tx, { kind: "report-ready", ...told, payload, onceKey: `report ready ${id}` }, at);
}
