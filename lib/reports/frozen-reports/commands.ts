import { type Actor, personIdOf, systemActor } from "@/lib/core/actor";
import { dateColumn, dayOf, daysBetween } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { networkTimeZone } from "@/lib/spaces/schema";
import { longestRange } from "../events/schema";
import { isUpToDate } from "../facts/commands";
import { countReport } from "../figures/queries";
import { canReadReports } from "../policy";
import { figuresHashOf, hashSources } from "./queries";
import { parametersOf } from "./rules";
import type { FreezeReportInput, FreezeReportRefusal } from "./schema";

/**
 * Signs a report off: keeps its numbers, the version of the definitions, the thresholds, and a hash of each
 * kind of rows it was counted from. Local days, both included, all of them over by the network's clock. The
 * same form twice freezes once. Journalled. Refuses `not_over`, `turned_round`, `too_long`, `not_counted`. Staff and admins.
 */
export async function freezeReport(
  actor: Actor,
  { reportId: id, title, signedAs, first, last }: FreezeReportInput,
  at: Date = now(),
): Promise<Result<{ id: string }, FreezeReportRefusal>> {
  if (!canReadReports(actor)) throw new NotFound();
  if (last < first) return refuse("turned_round");
  if (daysBetween(first, last) >= longestRange) return refuse("too_long");
  if (last >= dayOf(at, networkTimeZone)) return refuse("not_over");
  if (!(await isUpToDate(systemActor("reports"), { first, last }, at)))
    return refuse("not_counted");
  const { report, rows } = await countReport(actor, { first, last }, at);
  if (!rows) return refuse("not_over");
  const parameters = parametersOf(rows);
  return inTransaction<{ id: string }, FreezeReportRefusal>(async (tx) => {
    const { count } = await tx.frozenReport.createMany({
      data: {
        ...{ id, title, signedAs, signedAt: at, report },
        ...{ firstDay: dateColumn(first), lastDay: dateColumn(last) },
        definitionsVersion: report.definitionsVersion,
        parameters,
        figuresHash: figuresHashOf(report, parameters),
        sourceHashes: hashSources(rows, report.range),
        signedBy: personIdOf(actor),
      },
      skipDuplicates: true,
    });
    if (count === 0) return ok({ id });
    const after = { title, from: first, until: last };
    await writeJournal(tx, { actor, action: "frozen_report.signed", subjectId: id, after });
    return ok({ id });
  });
}
