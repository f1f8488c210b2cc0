import type { Actor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";

/**
 * Tells whoever is registered of one line of the history of an event, once. Told already, it does nothing.
 * Run by the system only.
 */
export async function tellEventChange(
  actor: Actor,
  { spaceId, changeId: id }: { spaceId: string; changeId: string },
  at: Date = now(),
): Promise<Result<null, never>> {
  if (actor.kind !== "system") throw new Forbidden();
  return inTransaction(async (tx) => {
    const change = await tx.eventChange.findFirst({
      where: { spaceId, id, toldAt: null },
      select: { eventId: true },
    });
    if (!change) return ok(null);
    const { eventId } = change;
    const registered = await tx.eventRegistration.count({
      where: { spaceId, eventId, state: { in: ["confirmed", "offered", "waiting"] } },
    });
    if (registered > 0) throw new Error("nobody registers yet: there is no mail to tell them by");
    await tx.eventChange.update({
      where: { spaceId_id: { spaceId, id } },
      data: { toldAt: at },
    });
    return ok(null);
  });
}
