import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction } from "@/lib/infra/db";
import { canEditNetwork } from "./policy";
import { type NetworkSettings, networkSettingKeys } from "./schema";

/**
 * Writes what the network says of itself. The journal says which lines changed, not their words: a name
 * may be among them. The same again changes nothing. NotFound for whoever may not.
 */
export async function updateNetworkSettings(
  actor: Actor,
  input: NetworkSettings,
  at: Date = now(),
): Promise<Result<{ changed: number }, never>> {
  if (!canEditNetwork(actor)) throw new NotFound();
  return inTransaction<{ changed: number }, never>(async (tx) => {
    const rows = await tx.networkSetting.findMany({ select: { key: true, value: true } });
    const before = new Map(rows.map(({ key, value }) => [key, value]));
    const changed = networkSettingKeys.filter((key) => (before.get(key) ?? "") !== input[key]);
    const updatedBy = personIdOf(actor);
    for (const key of changed) {
      const data = { value: input[key], updatedAt: at, updatedBy };
      await tx.networkSetting.upsert({ where: { key }, create: { key, ...data }, update: data });
    }
    if (changed.length > 0) {
      await writeJournal(tx, { actor, action: "network.updated", after: { lines: changed } });
    }
    return ok({ changed: changed.length });
  });
}
