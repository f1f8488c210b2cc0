import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { listPartLinks } from "@/lib/spaces/resources/queries";
import { partIdsOf, setupOf } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";

/** What a host would see in the form of that resource. */
export async function setupNow(slug: string, resourceId: string): Promise<ResourceSetup> {
  const { id, resources } = await getSpaceBySlug(slug);
  const resource = resources.find((each) => each.id === resourceId);
  if (!resource) throw new Error("no such resource");
  return setupOf(resource, partIdsOf(await listPartLinks(db, id), resourceId));
}
