import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";

export type OwnProfile = { name: string; email: string | null; commune: string | null };

/** One's own profile; nobody else's. */
export async function getOwnProfile(actor: PersonActor): Promise<OwnProfile> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { name: true, email: true, profile: { select: { communeId: true } } },
  });
  return {
    name: person.name ?? "",
    email: person.email,
    commune: person.profile?.communeId ?? null,
  };
}
