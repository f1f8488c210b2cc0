import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { canReadReports } from "../policy";
import { getTravelAssumptions } from "./queries";
import { changesBetween, readValues } from "./rules";
import type { ChangeTravelInput, TravelAssumptionsRefusal } from "./schema";

/**
 * Says anew what the travel avoided supposes: one version more, which reports are counted by from then on.
 * Staff and admins, journalled with what it was. Refuses `changed_since` when somebody else changed it
 * meanwhile, `not_a_value` with the names of the values that cannot be, and `nothing_changed`.
 */
export async function changeTravelAssumptions(
  actor: Actor,
  { version, ...typed }: ChangeTravelInput,
  at: Date = now(),
): Promise<Result<{ version: number }, TravelAssumptionsRefusal>> {
  if (!canReadReports(actor)) throw new NotFound();
  const read = readValues(typed);
  if ("wrong" in read) return refuse("not_a_value", read.wrong);
  return inTransaction(async (tx) => {
    await lockAlone(tx, "travel assumptions");
    const latest = await getTravelAssumptions(at, tx);
    if (latest.version !== version) return refuse("changed_since");
    const changes = changesBetween(latest.values, read.values);
    if (changes.length === 0) return refuse("nothing_changed");
    const next = version + 1;
    await tx.travelAssumptions.create({
      data: { version: next, values: read.values, madeAt: at, madeBy: personIdOf(actor) },
    });
    await writeJournal(tx, {
      actor,
      action: "travel.assumptions_changed",
      before: Object.fromEntries(changes.map(({ name, before }) => [name, before])),
      after: {
        version: next,
        ...Object.fromEntries(changes.map(({ name, after }) => [name, after])),
      },
    });
    return ok({ version: next });
  });
}
