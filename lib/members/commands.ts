import type { PersonActor } from "@/lib/core/actor";
import { ok, type Result, refuse } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import type { ProfileInput, ProfileRefusal } from "./schema";

/** Writes one's own name and commune of residence. Refuses `unknown_commune`. */
export async function updateProfile(
  actor: PersonActor,
  { name, commune }: ProfileInput,
): Promise<Result<null, ProfileRefusal>> {
  const { personId } = actor;
  return inTransaction(async (tx) => {
    if (commune && !(await tx.commune.findUnique({ where: { insee: commune } }))) {
      return refuse("unknown_commune");
    }
    const communeId = commune ?? null;
    await tx.person.update({ where: { id: personId }, data: { name } });
    await tx.profile.upsert({
      where: { personId },
      create: { personId, communeId },
      update: { communeId },
    });
    return ok(null);
  });
}

/** Gives a newcomer the name the host will call them by; somebody who has one keeps it. */
export async function nameNewcomer(actor: PersonActor, name: string): Promise<void> {
  await db.person.updateMany({ where: { id: actor.personId, name: null }, data: { name } });
}
