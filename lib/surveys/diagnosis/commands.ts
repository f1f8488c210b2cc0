import { createHash } from "node:crypto";
import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { inTransaction, Prisma } from "@/lib/infra/db";
import {
  type Assumptions,
  type AssumptionsRefusal,
  assumptionNames,
  assumptions,
  type ChangeAssumptionsInput,
} from "./schema";

/**
 * Says anew what the diagnosis of a campaign supposes; the figures follow at once. Staff and admins,
 * journalled with what it was. Refuses `changed_since` when somebody else changed it meanwhile (`mark`),
 * and `out_of_bounds` with the names of the values that cannot be.
 */
export async function changeAssumptions(
  actor: Actor,
  { slug, mark, values }: ChangeAssumptionsInput,
): Promise<Result<null, AssumptionsRefusal>> {
  if (!isStaff(actor)) throw new NotFound();
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string; assumptions: unknown }[]>(Prisma.sql`
      SELECT id, assumptions FROM campaigns WHERE slug = ${slug} FOR UPDATE`);
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
    await tx.campaign.update({ where: { id: row.id }, data: { assumptions: read.data } });
    await writeJournal(tx, {
      actor,
      action: "survey.assumptions_changed",
      subjectId: row.id,
      ...differences(before, read.data),
    });
    return ok(null);
  });
}

/** Changes with any of the values: what a form was drawn from. */
export function markOfAssumptions(given: Assumptions): string {
  const values = assumptionNames.map((name) => given[name]);
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url");
}

function differences(before: Assumptions, after: Assumptions) {
  const changed = assumptionNames.filter((name) => before[name] !== after[name]);
  const of = (given: Assumptions) =>
    Object.fromEntries(changed.map((name) => [name, given[name] ?? null]));
  return { before: of(before), after: of(after) };
}
