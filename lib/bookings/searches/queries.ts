import { instantAt } from "@/lib/core/day";
import { now } from "@/lib/infra/clock";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import { hoursOfDay } from "../hours/rules";
import { decideMoment } from "../moments/rules";
import { listSpacesWithBookings } from "../queries";
import {
  decideSlot,
  freeAmong,
  inServiceOn,
  modeOf,
  type Slot,
  type SlotRefusal,
  slotOf,
  type TakenInterval,
} from "../rules";
import { type Lack, lackOf, type Search, suits, type Wanted } from "./rules";

export type PlaceFound = {
  space: Space;
  slot: Slot<SpaceResource>;
  refusal: SlotRefusal | null;
  /** What was asked for and is never to be had there: neither full nor closed. */
  lack: Lack | null;
};

/**
 * Every space of the network with its places that would do, free or not: of these kinds, with all these
 * features and seats for all who come, for a part of the local day or for hours of one's own; those that have none such come last.
 * What goes by the hour alone is free for a part when it may be begun in it. Public; one query whatever
 * the spaces.
 */
export async function searchPlaces(wanted: Wanted, at: Date = now()): Promise<PlaceFound[]> {
  const spaces = await listSpacesWithBookings({ first: wanted.day, last: wanted.day }, at);
  const places = spaces.map(({ bookings, ...whole }) => {
    const space = { ...whole, resources: whole.resources.filter(suits(wanted)) };
    const found = wanted.hours
      ? byHours(space, bookings, { ...wanted, hours: wanted.hours }, at)
      : byPart(space, bookings, wanted, at);
    const lack = lackOf(inServiceOn(whole.resources, wanted.day), wanted);
    return { space: whole, ...found, lack };
  });
  return [
    ...places.filter(({ lack }) => lack === null),
    ...places.filter(({ lack }) => lack === "moment" || lack === "people"),
    ...places.filter(({ lack }) => lack === "features"),
    ...places.filter(({ lack }) => lack === "kind"),
  ];
}

function byPart(space: Space, taken: TakenInterval[], wanted: Wanted, at: Date) {
  const refusal = decideSlot(space, wanted, at);
  const slot = slotOf(space, taken, wanted);
  const { opening } = slot;
  if (!opening.open || wanted.kind === null) return { slot, refusal };
  const byHour = inServiceOn(space.resources, wanted.day).filter(
    ({ kind, modes }) =>
      wanted.kinds.includes(kind) && !modes.includes(modeOf(wanted.part)) && modes.includes("hour"),
  );
  const free = byHour.filter((resource) =>
    hoursOfDay(space, resource, taken, wanted.day, at).starts.some(
      ({ startsAt, longestMinutes }) =>
        longestMinutes > 0 && startsAt >= opening.startsAt && startsAt < opening.endsAt,
    ),
  );
  return {
    slot: {
      opening,
      free: [...slot.free, ...free],
      taken: [...slot.taken, ...byHour.filter((resource) => !free.includes(resource))],
    },
    refusal,
  };
}

function byHours(
  space: Space,
  bookings: TakenInterval[],
  { day, kind, kinds, hours }: Wanted & { hours: NonNullable<Search["hours"]> },
  at: Date,
) {
  const { timeZone } = space.calendar;
  const startsAt = instantAt(day, hours.startMinute, timeZone);
  const endsAt = instantAt(day, hours.endMinute, timeZone);
  const resources = inServiceOn(space.resources, day).filter(
    (resource) =>
      resource.modes.includes("hour") && (kind === null || kinds.includes(resource.kind)),
  );
  const decided = resources.map((resource) => ({
    resource,
    moment: decideMoment(space, resource, { startsAt, endsAt }, at),
  }));
  const possible = decided.flatMap(({ resource, moment }) => (moment.ok ? [resource] : []));
  const [refused] = decided.flatMap(({ moment }) => (moment.ok ? [] : [moment]));
  const free = freeAmong(possible, bookings, { startsAt, endsAt });
  return {
    slot: {
      opening: { open: true as const, startsAt, endsAt },
      free,
      taken: possible.filter((resource) => !free.includes(resource)),
    },
    refusal: possible.length > 0 ? null : (refused ?? { refusal: "not_bookable" as const }),
  };
}
