import { type Refused, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/infra/db";
import { listHabilitations, listHeldIds } from "@/lib/members/habilitations/queries";
import type { HabilitationName } from "@/lib/members/habilitations/schema";
import { allowedAmong } from "./rules";

type Asking = { id: string; habilitationId: string | null };

/** Who books, and from when on: what they hold is asked for at that start, not when they book. */
type Comer = { personId: string | null; startsAt: Date };

/** What a booking refused for want of a habilitation says: which, for the page that tells how to get it. */
export type NeededHabilitation = { habilitation: { id: string; name: HabilitationName } | null };

/**
 * Those of these resources that this person may have at that start, by the habilitations they then hold.
 * Somebody without an account (a guest, an event) is the host's to accompany: all. It asks nothing of the
 * database while no resource asks for one.
 */
export async function allowedFor<Resource extends Asking>(
  tx: Tx,
  resources: readonly Resource[],
  { personId, startsAt }: Comer,
): Promise<Resource[]> {
  const isAsked = resources.some(({ habilitationId }) => habilitationId !== null);
  if (!isAsked || personId === null) return [...resources];
  return allowedAmong(resources, await listHeldIds(tx, personId, startsAt));
}

/** Ids of the others of these resources. */
export async function barredFor(
  tx: Tx,
  resources: readonly Asking[],
  comer: Comer,
): Promise<string[]> {
  const allowed = new Set((await allowedFor(tx, resources, comer)).map(({ id }) => id));
  return resources.filter(({ id }) => !allowed.has(id)).map(({ id }) => id);
}

/** `habilitation_needed` when none of these may be had, with the habilitation of the first; else null. */
export async function whyNotAllowed(
  tx: Tx,
  resources: readonly Asking[],
  comer: Comer,
): Promise<Refused<"habilitation_needed"> | null> {
  if ((await allowedFor(tx, resources, comer)).length > 0 || resources.length === 0) return null;
  return refuseFor(tx, resources[0]?.habilitationId ?? null);
}

/** The refusal itself, for that habilitation. */
export async function refuseFor(
  tx: Tx,
  habilitationId: string | null,
): Promise<Refused<"habilitation_needed">> {
  const known = (await listHabilitations(tx)).find(({ id }) => id === habilitationId);
  const habilitation = known ? { id: known.id, name: known.name } : null;
  return refuse("habilitation_needed", { habilitation } satisfies NeededHabilitation);
}
