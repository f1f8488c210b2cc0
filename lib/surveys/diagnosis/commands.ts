import { createHash } from "node:crypto";
import { type Actor, isStaff } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma } from "@/lib/infra/db";
import { questionnaire } from "../questionnaires/schema";
import { areOccupanciesInOrder, assumptionsFrom, valuesOf } from "./rules";
import {
  type AssumptionsRefusal,
  assumedOn,
  assumptions,
  type ChangeAssumptionsInput,
} from "./schema";

/**
 * Says anew what the diagnosis of a campaign supposes; the figures follow at once. Staff and admins,
 * journalled with what it was, each value dated by the local day. Refuses `changed_since` when somebody
 * else changed it meanwhile (`mark`), `out_of_bounds` with the names of the values that cannot be, and
 * `occupancies_not_in_order`.
 */
export async function changeAssumptions(
  actor: Actor,
  { slug, mark, values }: ChangeAssumptionsInput,
  at: Date = now(),
): Promise<Result<null, AssumptionsRefusal>> {
  if (!isStaff(actor)) throw new NotFound();
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
      SELECT c.id, c.assumptions, c.assumed_on, c.time_zone, v.questionnaire
      FROM campaigns c JOIN survey_versions v ON v.survey = c.survey AND v.version = c.version
      WHERE c.slug = ${slug} FOR UPDATE OF c`);
    if (!row) throw new NotFound();
    const asked = questionnaire.parse(row.questionnaire);
    const before = valuesOf(asked, assumptions.parse(row.assumptions));
    if (markOfValues(before) !== mark) return refuse("changed_since");
    // An emptied field is one of which nothing is known, where that may be; else what is usual.
    const read = assumptionsFrom(asked, values);
    if ("outOfBounds" in read) return refuse("out_of_bounds", read.outOfBounds);
    if (!areOccupanciesInOrder(read.said)) return refuse("occupancies_not_in_order");
    const after = valuesOf(asked, read.said);
    const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
    if (changed.length === 0) return ok(null);
    const day = dayOf(at, row.time_zone);
    const dated = Object.entries(assumedOn.parse(row.assumed_on)).filter(([name]) => name in after);
    await tx.campaign.update({
      where: { id: row.id },
      data: {
        assumptions: read.said,
        assumedOn: Object.fromEntries([...dated, ...changed.map((name) => [name, day])]),
      },
    });
    const of = (given: Values) =>
      Object.fromEntries(changed.map((name) => [name, given[name] ?? null]));
    await writeJournal(tx, {
      actor,
      action: "survey.assumptions_changed",
      subjectId: row.id,
      before: of(before),
      after: of(after),
    });
    return ok(null);
  });
}

type Row = {
  id: string;
  assumptions: unknown;
  assumed_on: unknown;
  time_zone: string;
  questionnaire: unknown;
};
type Values = ReturnType<typeof valuesOf>;

/** Changes with any of the values (`valuesOf`): what a form was drawn from. */
export function markOfValues(values: Values): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}
