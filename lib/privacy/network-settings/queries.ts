import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { canEditNetwork } from "./policy";
import { type NetworkSettings, networkSettingsInput } from "./schema";

/** What the network says of itself, for everybody; empty where nobody has said it yet. */
export async function getNetworkSettings(): Promise<NetworkSettings> {
  const rows = await db.networkSetting.findMany({ select: { key: true, value: true } });
  const shape = networkSettingsInput.shape;
  const known = rows.filter(({ key, value }) => key in shape && typeof value === "string");
  return networkSettingsInput.parse(
    Object.fromEntries(known.map(({ key, value }) => [key, value])),
  );
}

/** The same for whoever may change it; NotFound for others. */
export async function getNetworkSettingsToEdit(actor: Actor): Promise<NetworkSettings> {
  if (!canEditNetwork(actor)) throw new NotFound();
  return getNetworkSettings();
}
