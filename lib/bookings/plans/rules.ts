import type { Day } from "@/lib/core/day";
import type { BookingMode } from "@/lib/spaces/schema";
import { bookingAddress, dayOfHoursAddress } from "../addresses/rules";
import { inServiceOn } from "../rules";
import type { BookingPart } from "../schema";

/** As the legend of a plan tells them: of the places asked for, then of the others, which have a page of their own. */
export const drawnStates = ["free", "taken", "chosen", "over", "byHour", "apart"] as const;
type DrawnState = (typeof drawnStates)[number];

type DrawableResource = {
  id: string;
  plan: { x: number; y: number } | null;
  inServiceFrom: Day;
  inServiceUntil: Day | null;
  modes: readonly BookingMode[];
};

/** One place of the plan: how it is drawn, and the page it leads to. */
export type DrawnPlace<Resource> = {
  resource: Resource & { plan: { x: number; y: number } };
  state: DrawnState;
  href: string | null;
};

/** A slot as it was read: maybe not in the reading its space is from. */
type ReadSlot<Resource> = { free: Resource[]; taken: Resource[]; refusal: object | null };

/**
 * What stands on the plan for one part of a day, each place once: those of that part, then what else is in
 * service, which another page shows. Places are the same by their id, whatever reading they come from.
 */
export function placesDrawn<Resource extends DrawableResource>(
  space: { slug: string; resources: Resource[] },
  day: { day: Day; slots: Record<BookingPart, ReadSlot<Resource>> },
  part: BookingPart,
  chosen = "",
): DrawnPlace<Resource>[] {
  const { free, taken, refusal } = day.slots[part];
  const address = (resource: Resource) =>
    bookingAddress({ slug: space.slug, day: day.day, part, resource });
  const isTaken = new Set(taken.map(({ id }) => id));
  const isOfPart = new Set([...free, ...taken].map(({ id }) => id));
  const own = [...free, ...taken].filter(isDrawn).map((resource): DrawnPlace<Resource> => {
    if (isTaken.has(resource.id)) return { resource, state: "taken", href: null };
    if (refusal) return { resource, state: "over", href: null };
    const state = resource.id === chosen ? "chosen" : "free";
    return { resource, state, href: address(resource) };
  });
  const others = inServiceOn(space.resources, day.day)
    .filter(({ id }) => !isOfPart.has(id))
    .filter(isDrawn)
    .map((resource): DrawnPlace<Resource> => {
      const byHour = resource.modes.includes("hour");
      const href = byHour
        ? dayOfHoursAddress({ slug: space.slug, day: day.day, resource })
        : address(resource);
      return { resource, state: byHour ? "byHour" : "apart", href };
    });
  return [...own, ...others];
}

function isDrawn<Resource extends Pick<DrawableResource, "plan">>(
  resource: Resource,
): resource is Resource & { plan: { x: number; y: number } } {
  return resource.plan !== null;
}
