import { addDays, type Day } from "@/lib/core/day";
import { distanceKm, type Position } from "@/lib/core/distance";
import {
  type BookableResource,
  type BookableSpace,
  decideSlot,
  slotOf,
  type TakenInterval,
} from "../rules";
import { type BookableKind, type BookingPart, bookableKinds } from "../schema";

export type Alternative = {
  /** What differs from the wish: another desk, another moment that day, another place, another day. */
  differs: "desk" | "part" | "space" | "day";
  slug: string;
  spaceName: string;
  communeName: string;
  resource: { id: string; name: string };
  day: Day;
  part: BookingPart;
  /** As the crow flies from the space asked for; 0 in the same one. */
  distanceKm: number;
};

export type AlternativeSpace = BookableSpace<BookableResource & { name: string }> &
  Position & { slug: string; name: string; commune: { name: string }; bookings: TakenInterval[] };

export type Wish = {
  slug: string;
  day: Day;
  part: BookingPart;
  kinds?: readonly BookableKind[];
};

const daysAhead = 14;
const otherParts: Record<BookingPart, BookingPart[]> = {
  morning: ["afternoon"],
  afternoon: ["morning"],
  day: ["morning", "afternoon"],
};

/**
 * Up to three free places near a refused wish: same moment at another desk, another moment of that
 * day, the nearest other spaces, then the next open days (two weeks at most). Nothing past or beyond the horizon.
 */
export function alternativesTo(wish: Wish, spaces: AlternativeSpace[], at: Date): Alternative[] {
  const asked = spaces.find((space) => space.slug === wish.slug);
  if (!asked) return [];
  const kinds = wish.kinds ?? bookableKinds;
  const tryOut = (
    differs: Alternative["differs"],
    space: AlternativeSpace,
    moment: { day: Day; part: BookingPart },
  ): Alternative[] => {
    if (decideSlot(space, moment, at)) return [];
    const [resource] = slotOf(space, space.bookings, { ...moment, kinds }).free;
    if (!resource) return [];
    return [
      {
        differs,
        slug: space.slug,
        spaceName: space.name,
        communeName: space.commune.name,
        resource: { id: resource.id, name: resource.name },
        ...moment,
        distanceKm: distanceKm(asked, space),
      },
    ];
  };
  const sameMoment = { day: wish.day, part: wish.part };
  const others = spaces
    .filter((space) => space.slug !== wish.slug)
    .sort((a, b) => distanceKm(asked, a) - distanceKm(asked, b));
  const laterDays = Array.from({ length: daysAhead }, (_, index) => addDays(wish.day, index + 1));
  return [
    ...tryOut("desk", asked, sameMoment),
    ...otherParts[wish.part].flatMap((part) => tryOut("part", asked, { day: wish.day, part })),
    ...others.flatMap((space) => tryOut("space", space, sameMoment)).slice(0, 1),
    ...laterDays.flatMap((day) => tryOut("day", asked, { day, part: wish.part })),
    ...others.flatMap((space) => tryOut("space", space, sameMoment)).slice(1),
  ].slice(0, 3);
}
