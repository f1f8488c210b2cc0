import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { env } from "@/lib/infra/env";
import { canEditNetwork } from "./policy";
import { type NetworkSettings, networkSettingsInput } from "./schema";

/** What the network says of itself, for everybody; empty where nobody has said it yet, but for the address. */
export async function getNetworkSettings(): Promise<NetworkSettings> {
  const settings = await readSettings();
  return { ...settings, contactEmail: settings.contactEmail || env().CONTACT_EMAIL };
}

/** Where one writes to the network: what its staff wrote, else the address of the installation. */
export async function findContactEmail(): Promise<string> {
  const where = { key: "contactEmail" };
  const row = await db.networkSetting.findUnique({ where, select: { value: true } });
  return typeof row?.value === "string" && row.value !== "" ? row.value : env().CONTACT_EMAIL;
}

async function readSettings(): Promise<NetworkSettings> {
  const rows = await db.networkSetting.findMany({ select: { key: true, value: true } });
  const shape = networkSettingsInput.shape;
  const known = rows.filter(({ key, value }) => key in shape && typeof value === "string");
  return networkSettingsInput.parse(
    Object.fromEntries(known.map(({ key, value }) => [key, value])),
  );
}

/** Only what was written, for whoever may change it; NotFound for others. */
export async function getNetworkSettingsToEdit(actor: Actor): Promise<NetworkSettings> {
  if (!canEditNetwork(actor)) throw new NotFound();
  return readSettings();
}
