import { createHash } from "node:crypto";
import { type Actor, isStaff } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, Prisma } from "@/lib/infra/db";
import {
  type Assumptions,
  type AssumptionsRefusal,
  assumedOn,
  assumptionNames,
  assumptions,
  type ChangeAssumptionsInput,
} from "./schema";

/**
 * Says anew what the diagnosis of a campaign supposes; the figures follow at once. Staff and admins,
 * journalled with what it was, dated by the local day. Refuses `changed_since` when somebody else changed it meanwhile (`mark`),
 * and `out_of_bounds` with the names of the values that cannot be.
 */
export async function changeAssumptions(
  actor: Actor,
  { slug, mark, values }: ChangeAssumptionsInput,
  at: Date = now(),
): Promise<Result<null, AssumptionsRefusal>> {
  if (!isStaff(actor)) throw new NotFound();
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`
      SELECT id, assumptions, assumed_on, time_zone FROM campaigns WHERE slug = ${slug} FOR UPDATE`);
    if (!row) throw new NotFound();
    const before = assumptions.parse(row.assumptions);
    if (markOfAssumptions(before) !== mark) return refuse("changed_since");
    // An emptied field is one of which nothing is known, where that may be; else what is usual.
    const read = assumptions.safeParse({ ...values });
    if (!read.success) {
      const names = read.error.issues.map(({ path }) => String(path[0]));
      return refuse("out_of_bounds", names);
    }
    if (markOfAssumptions(read.data) === mark) return ok(null);
    const day = dayOf(at, row.time_zone);
    const changed = changedNames(before, read.data).map((name) => [name, day]);
    const dated = { ...assumedOn.parse(row.assumed_on), ...Object.fromEntries(changed) };
    await tx.campaign.update({
      where: { id: row.id },
      data: { assumptions: read.data, assumedOn: dated },
    });
    await writeJournal(tx, {
      actor,
      action: "survey.assumptions_changed",
      subjectId: row.id,
      ...differences(before, read.data),
    });
    return ok(null);
  });
}

type Row = { id: string; assumptions: unknown; assumed_on: unknown; time_zone: string };

/** Changes with any of the values: what a form was drawn from. */
export function markOfAssumptions(given: Assumptions): string {
  const values = assumptionNames.map((name) => given[name]);
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}

function changedNames(before: Assumptions, after: Assumptions) {
  return assumptionNames.filter((name) => before[name] !== after[name]);
}

function differences(before: Assumptions, after: Assumptions) {
  const changed = changedNames(before, after);
  const of = (given: Assumptions) =>
    Object.fromEntries(changed.map((name) => [name, given[name] ?? null]));
  return { before: of(before), after: of(after) };
}
