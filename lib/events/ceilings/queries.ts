import type { Interval } from "@/lib/core/interval";
import type { Tx } from "@/lib/infra/db";
import type { Space } from "@/lib/spaces/queries";
import type { EventPlaceInput } from "../editing/schema";
import { type Ceiling, type Crowd, mostOf, peakOf } from "./rules";

/** No booking lasts longer: a lower bound that the index of bookings reads. */
const longestMs = 25 * 3_600_000;

type Wanted = Interval & { place: EventPlaceInput; capacity: number | null };

/**
 * The ceiling that the seats of an event go beyond, or null when they do not. A room holds what its safety
 * ceiling says, else its seats; the house holds its own less those whom other bookings (each with those
 * who come along, equipment left out) and other published events bring at the fullest instant. Where nobody
 * counts, in a room, as many may come as it holds (`house_peak` counts the same).
 */
export async function ceilingPassed(
  tx: Tx,
  space: Space,
  { place, capacity, startsAt, endsAt }: Wanted,
  own: string | null,
  at: Date,
): Promise<{ most: number; where: "room" | "house"; others: number } | null> {
  const room = place.kind === "room" ? roomCeiling(space, place.resourceId) : null;
  const coming = capacity ?? room;
  if (coming === null || !isIn(place)) return null;
  const { mostPeople: house } = await tx.space.findUniqueOrThrow({
    where: { id: space.id },
    select: { mostPeople: true },
  });
  const during = { startsAt, endsAt };
  const crowds = house === null ? [] : await listCrowds(tx, space, during, own, at);
  const ceiling: Ceiling = { room, house, others: peakOf(crowds, during) };
  const most = mostOf(ceiling);
  if (most === null || coming <= most) return null;
  const where = room !== null && coming > room ? "room" : "house";
  return { most, where, others: ceiling.others };
}

/** In the house itself. */
const isIn = ({ kind }: EventPlaceInput) => kind === "room" || kind === "space";

/** People a room may hold; null for one that is not there. */
export function roomCeiling({ resources }: Space, resourceId: string | null): number | null {
  const room = resources.find(({ id }) => id === resourceId);
  return room ? (room.mostPeople ?? room.capacity) : null;
}

async function listCrowds(
  tx: Tx,
  space: Space,
  { startsAt, endsAt }: Interval,
  own: string | null,
  at: Date,
): Promise<Crowd[]> {
  const spaceId = space.id;
  const overlapping = { startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
  const bookings = await tx.booking.findMany({
    where: {
      ...{ spaceId, source: { not: "event" }, checkedOutAt: null, endsAt: { gt: startsAt } },
      state: { in: ["held", "confirmed"] },
      startsAt: { lt: endsAt, gt: new Date(startsAt.getTime() - longestMs) },
      OR: [{ lapsesAt: null }, { lapsesAt: { gt: at } }],
      resource: { kind: { not: "equipment" } },
    },
    select: { startsAt: true, endsAt: true, companions: true },
  });
  const events = await tx.event.findMany({
    where: {
      ...{ spaceId, state: "published", placeKind: { in: ["room", "space"] }, ...overlapping },
      ...(own ? { id: { not: own } } : {}),
    },
    select: { startsAt: true, endsAt: true, capacity: true, resourceId: true },
  });
  return [
    ...bookings.map(({ companions, ...during }) => ({ ...during, people: companions.length + 1 })),
    ...events.map(({ capacity, resourceId, ...during }) => ({
      ...during,
      people: capacity ?? roomCeiling(space, resourceId) ?? 0,
    })),
  ];
}
