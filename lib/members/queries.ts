import type { PersonActor } from "@/lib/core/actor";
import type { Position } from "@/lib/core/distance";
import { db, rowsOf, type Tx } from "@/lib/infra/db";

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

/** Where the person lives, as far as they said: the middle of their commune, never shown; system only. */
export async function findHome(tx: Tx, personId: string): Promise<Position | null> {
  const [home] = await rowsOf<Position>(tx, homeOfPerson, [personId]);
  return home ?? null;
}

const homeOfPerson = {
  name: "home_of_person",
  text: `SELECT c.latitude, c.longitude FROM profiles p JOIN communes c ON c.insee = p.commune_insee
    WHERE p.person_id = $1::uuid`,
};
