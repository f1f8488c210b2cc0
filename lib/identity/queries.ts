import type { PersonActor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";

/** The person behind an id with the roles held now; null for an unknown or erased one. */
export async function findActor(personId: string): Promise<PersonActor | null> {
  const person = await db.person.findFirst({
    where: { id: personId, erasedAt: null },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      grants: { where: { revokedAt: null }, select: { role: true, spaceId: true } },
    },
  });
  if (!person) return null;
  const { id, ...rest } = person;
  return { kind: "person", personId: id, ...rest };
}
