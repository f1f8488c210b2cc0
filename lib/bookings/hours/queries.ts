import type { Day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { getSpaceBySlug, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { listTakenIntervals } from "../queries";
import { inServiceOn } from "../rules";
import { daysFrom, type HoursOfDay, hoursOfDay } from "./rules";

export type HoursOfResource = {
  space: Space;
  /** Resources of the space by the hour, in the host's order. */
  resources: SpaceResource[];
  resource: SpaceResource;
  days: HoursOfDay[];
};

/**
 * A resource by the hour over some local days: every start and how long it may last; the first such
 * resource when none is named. NotFound for an unknown space, or one where nothing goes by the hour; public.
 */
export async function getHoursOfResource(
  slug: string,
  resourceId: string | null,
  { first, count }: { first: Day; count: number },
  at: Date = now(),
): Promise<HoursOfResource> {
  const space = await getSpaceBySlug(slug);
  const resources = inServiceOn(space.resources, first).filter(({ modes }) =>
    modes.includes("hour"),
  );
  const resource = resources.find(({ id }) => id === resourceId) ?? resources[0];
  if (!resource) throw new NotFound();
  const days = daysFrom(first, count);
  const range = { first, last: days.at(-1) ?? first };
  const taken = (await listTakenIntervals([space], range, at)).get(space.id) ?? [];
  return {
    space,
    resources,
    resource,
    days: days.map((day) => hoursOfDay(space, resource, taken, day, at)),
  };
}
