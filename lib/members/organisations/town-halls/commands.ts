import { type Actor, isStaff } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { inTransaction } from "@/lib/infra/db";
import type { PlaceTownHallInput, PlaceTownHallRefusal } from "./schema";

/**
 * Says of which commune a town hall is, or of none: its delegates then enter the survey on paper for it.
 * Staff alone, for a host makes organisations too. Journalled. Refuses `not_a_town_hall` and
 * `unknown_commune`, one outside the territory.
 */
export async function placeTownHall(
  actor: Actor,
  { organisationId: id, commune: given }: PlaceTownHallInput,
): Promise<Result<null, PlaceTownHallRefusal>> {
  if (!isStaff(actor)) throw new NotFound();
  const commune = given ?? null;
  return inTransaction<null, PlaceTownHallRefusal>(async (tx) => {
    const organisation = await tx.organisation.findFirst({
      where: { id, endedAt: null },
      select: { kind: true, communeId: true },
    });
    if (!organisation) throw new NotFound();
    if (organisation.kind !== "town_hall") return refuse("not_a_town_hall");
    const isKnown =
      commune === null ||
      (await tx.commune.count({ where: { insee: commune, isMember: true } })) > 0;
    if (!isKnown) return refuse("unknown_commune");
    if (organisation.communeId === commune) return ok(null);
    await tx.organisation.update({ where: { id }, data: { communeId: commune } });
    await writeJournal(tx, {
      ...{ actor, action: "organisation.placed", subjectId: id },
      before: { commune: organisation.communeId },
      after: { commune },
    });
    return ok(null);
  });
}
