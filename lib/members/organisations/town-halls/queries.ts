import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import type { TownHall } from "./schema";

/** The town halls an actor is a delegate of by their own agreement, and that staff said of which commune. */
export async function listOwnTownHalls(actor: Actor): Promise<TownHall[]> {
  if (actor.kind !== "person") return [];
  const rows = await db.organisation.findMany({
    where: {
      ...{ kind: "town_hall", endedAt: null, communeId: { not: null } },
      people: {
        some: {
          ...{ personId: actor.personId, role: "delegate" },
          ...{ agreedAt: { not: null }, endedAt: null },
        },
      },
    },
    select: { id: true, name: true, commune: { select: { insee: true, name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, name, commune }) =>
    commune ? [{ organisationId: id, name, commune }] : [],
  );
}
