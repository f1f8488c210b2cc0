import type { Actor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import type { EmergencyContactInput } from "./schema";

/** Names whom to call if something happens to oneself; the last one named counts. */
export async function saveEmergencyContact(
  actor: Actor,
  contact: EmergencyContactInput,
): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const { personId } = actor;
  const where = { personId };
  await db.emergencyContact.upsert({ where, create: { personId, ...contact }, update: contact });
  return ok(null);
}

/** Names nobody any more; twice is the same as once. */
export async function removeEmergencyContact(actor: Actor): Promise<Result<null, never>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  await db.emergencyContact.deleteMany({ where: { personId: actor.personId } });
  return ok(null);
}
