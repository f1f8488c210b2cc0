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

export type HoursFound = Pick<HoursOfResource, "space" | "resources"> & {
  /** Of the one named, of the first when none is; null when the one named does not go by the hour. */
  hours: HoursOfResource | null;
  /** The one named, however it is booked; null when none is, or no such one is here. */
  named: SpaceResource | null;
};

/**
 * A resource by the hour over some local days: every start and how long it may last; the first such
 * resource when none is named (null or empty), never another than the one named. NotFound for an
 * unknown space, or one where nothing goes by the hour and none is named; public.
 */
export async function getHoursOfResource(
  slug: string,
  resourceId: string | null,
  { first, count }: { first: Day; count: number },
  at: Date = now(),
): Promise<HoursFound> {
  const space = await getSpaceBySlug(slug);
  const inService = inServiceOn(space.resources, first);
  const resources = inService.filter(({ modes }) => modes.includes("hour"));
  const named = inService.find(({ id }) => id === resourceId) ?? null;
  const resource = resourceId ? resources.find(({ id }) => id === named?.id) : resources[0];
  if (resources.length === 0 && !named) throw new NotFound();
  if (!resource) return { space, resources, named, hours: null };
  const days = daysFrom(first, count);
  const range = { first, last: days.at(-1) ?? first };
  const taken = (await listTakenIntervals([space], range, at)).get(space.id) ?? [];
  const found = days.map((day) => hoursOfDay(space, resource, taken, day, at));
  return { space, resources, named, hours: { space, resources, resource, days: found } };
}
