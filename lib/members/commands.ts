import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";

/** Gives a newcomer the name the host will call them by; somebody who has one keeps it. */
export async function nameNewcomer(actor: PersonActor, name: string): Promise<void> {
  await db.person.updateMany({ where: { id: actor.personId, name: null }, data: { name } });
}
