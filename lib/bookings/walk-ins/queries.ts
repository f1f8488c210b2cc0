import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { peopleOfSpace } from "../look-ups/queries";
import { canRunDay } from "../policy";

/**
 * Members a host may mean by some letters of a name: the people of this space (those a host keeps among
 * them), eight at most. NotFound for whoever does not run this space.
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
    where: { ...peopleOfSpace(space.id), name: { contains: wanted, mode: "insensitive" } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 8,
  });
  return people.map(({ id, name }) => ({ id, name: name ?? "" }));
}
