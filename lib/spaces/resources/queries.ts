import { createHash } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db, type Tx } from "@/lib/infra/db";
import { getSpaceToSetUp } from "../plans/queries";
import type { Space, SpaceResource } from "../queries";
import { type PartLink, partIdsOf, setupOf, wholesOf } from "./rules";
import type { ResourceSetup } from "./schema";

/** Which resources of a space are made of which others. */
export async function listPartLinks(client: Tx, spaceId: string): Promise<PartLink[]> {
  return client.resourcePart.findMany({
    where: { spaceId },
    select: { wholeId: true, partId: true },
  });
}

/** The same only while the same is said of a resource: what a host changes is what they were shown. */
export function markOfSetup(setup: object): string {
  return createHash("sha256").update(JSON.stringify(setup)).digest("hex");
}

export type ResourceToSetUp = {
  space: Space;
  resource: SpaceResource;
  setup: ResourceSetup;
  mark: string;
  /** Others it may be made of: not itself, not what it is a part of. */
  possibleParts: { id: string; name: string }[];
};

/** One resource with all a host may change; NotFound for an unknown one, and for who does not set up the space. */
export async function getResourceToSetUp(
  actor: Actor,
  slug: string,
  resourceId: string,
): Promise<ResourceToSetUp> {
  const space = await getSpaceToSetUp(actor, slug);
  const resource = space.resources.find(({ id }) => id === resourceId);
  if (!resource) throw new NotFound();
  const links = await listPartLinks(db, space.id);
  const wholes = [resourceId, ...wholesOf(links, resourceId)];
  const setup = setupOf(resource, partIdsOf(links, resourceId));
  return {
    space,
    resource,
    setup,
    mark: markOfSetup(setup),
    possibleParts: space.resources
      .filter(({ id }) => !wholes.includes(id))
      .map(({ id, name }) => ({ id, name })),
  };
}
