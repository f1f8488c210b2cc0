import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { canRunDay } from "../policy";

/**
 * Members a host may mean by some letters of a name: those who booked in this space before or belong to
 * it (people a host keeps among them), or whose whole e-mail was typed; eight at most. NotFound for whoever does not run this space.
 */
export async function listPeopleForWalkIn(
  actor: Actor,
  slug: string,
  text: string,
): Promise<{ id: string; name: string }[]> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const wanted = text.trim();
  if (wanted.length < 2) return [];
  const people = await db.person.findMany({
    where: {
      erasedAt: null,
      OR: [
        {
          name: { contains: wanted, mode: "insensitive" },
          OR: [
            { bookings: { some: { spaceId: space.id } } },
            { memberships: { some: { spaceId: space.id, state: "active" } } },
          ],
        },
        { email: wanted.toLowerCase() },
      ],
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 8,
  });
  return people.map(({ id, name }) => ({ id, name: name ?? "" }));
}
