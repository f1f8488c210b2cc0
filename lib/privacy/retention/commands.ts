import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { forgettingSteps, overSince } from "./rules";

/**
 * Forgets everything of which the duration in the classification is over, a transaction a statement: one
 * that fails leaves the others done. Run twice, it does nothing twice. System only.
 */
export async function forgetOverdue(actor: Actor, at: Date = now()): Promise<void> {
  if (actor.kind !== "system") throw new Forbidden();
  for (const { sql, limit } of forgettingSteps()) {
    await inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('cowloting.forgets', 'yes', true)`;
      await tx.$executeRawUnsafe(sql, overSince(limit, at));
      return ok(null);
    }, 60_000);
  }
}
