import type { PersonActor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { listHiddenPeople } from "@/lib/members/blocks/queries";

/**
 * Who will be in some space of the network on that local day and lets members know: as the booking says,
 * else as their profile does. Whoever is blocked by either is left out.
 */
export async function listPeopleShownOn(actor: PersonActor, on: Day): Promise<string[]> {
  const hidden = await listHiddenPeople(actor.personId);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT b.person_id AS id FROM bookings b
    JOIN profiles p ON p.person_id = b.person_id
    WHERE b.day = ${on}::date AND b.state = 'confirmed'
      AND coalesce(b.shown_to_members, p.shares_presence)
      AND b.person_id <> ALL(${hidden}::uuid[])`;
  return rows.map(({ id }) => id);
}
