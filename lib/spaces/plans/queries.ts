import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { getSpaceBySlug, type Space } from "../queries";
import { canSetUpResources } from "../resources/policy";

/** A space for whoever sets up its resources; NotFound for everybody else. */
export async function getSpaceToSetUp(actor: Actor, slug: string): Promise<Space> {
  const space = await getSpaceBySlug(slug);
  if (!canSetUpResources(actor, space.id)) throw new NotFound();
  return space;
}
