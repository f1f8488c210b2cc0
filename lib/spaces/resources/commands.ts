import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { inTransaction } from "@/lib/infra/db";
import { fitsOn } from "../plans/rules";
import type { FloorPlan, PlacementRefusal, PlaceResourcesInput } from "../plans/schema";
import { getSpaceBySlug } from "../queries";
import type { ResourceKind } from "../schema";
import { canSetUpResources } from "./policy";

/**
 * Says where resources stand on the plan of their space; those not named stay where they are. Refuses
 * `no_plan`, `outside_plan`. Hosts of the space; journalled.
 */
export async function placeResources(
  actor: Actor,
  { slug, placements }: PlaceResourcesInput,
): Promise<Result<{ placed: number }, PlacementRefusal>> {
  return inTransaction<{ placed: number }, PlacementRefusal>(async (tx) => {
    const { id: spaceId, plan, resources } = await getSpaceBySlug(slug, tx);
    if (!canSetUpResources(actor, spaceId)) throw new NotFound();
    if (!plan) return refuse("no_plan");
    const kinds = new Map(resources.map(({ id, kind }) => [id, kind]));
    if (placements.some(({ resourceId }) => !kinds.has(resourceId))) throw new NotFound();
    if (!placements.every((placement) => isOnPlan(placement, plan, kinds))) {
      return refuse("outside_plan");
    }
    // In one order, so that two hosts at work never wait for each other.
    const sorted = placements.toSorted((a, b) => a.resourceId.localeCompare(b.resourceId));
    for (const { resourceId, x, y } of sorted) {
      await tx.resource.update({
        where: { spaceId_id: { spaceId, id: resourceId } },
        data: { planX: x, planY: y },
      });
    }
    await writeJournal(tx, { actor, action: "plan.drawn", spaceId });
    return ok({ placed: placements.length });
  });
}

function isOnPlan(
  { resourceId, x, y }: PlaceResourcesInput["placements"][number],
  plan: FloorPlan,
  kinds: Map<string, ResourceKind>,
): boolean {
  const kind = kinds.get(resourceId);
  return !kind || x === null || y === null || fitsOn(plan, kind, { x, y });
}
