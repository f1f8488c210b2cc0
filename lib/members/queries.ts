import type { Position } from "@/lib/core/distance";
import { rowsOf, type Tx } from "@/lib/infra/db";

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
