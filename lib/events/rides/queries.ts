import type { Actor, PersonActor } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { db, type Prisma } from "@/lib/infra/db";
import { isListed, openAudiences } from "@/lib/members/audiences/rules";
import { listHiddenPeople } from "@/lib/members/blocks/queries";
import { canDo } from "../policy";
import type { EventView } from "../queries";
import { countsByCommune, hasRides, homesOf, inBoardOrder, type RideCount } from "./rules";
import type { RideKind } from "./schema";

export type RideView = {
  id: string;
  kind: RideKind;
  /** Of whoever leaves, when members may read it. */
  name: string | null;
  /** To write to; null for one's own. */
  personId: string | null;
  commune: { insee: string; name: string };
  seats: number;
  /** Minute of the wall where the event is; null for a seat asked for. */
  leavesAt: number | null;
  note: string | null;
  isOwn: boolean;
  /** Leaves from where one does. */
  isNeighbour: boolean;
  /** One may take it off: one's own, or as a host of the event. */
  mayWithdraw: boolean;
};

export type RideBoard =
  | { for: "visitor"; counts: RideCount[] }
  | { for: "member"; rides: RideView[]; home: string | null };

/**
 * Who drives to an event and who looks for a seat: members see each other but for blocked people, by name
 * where their profile says so; visitors see how many seats by commune. Null where nobody travels any more.
 */
export async function getRideBoard(
  actor: Actor,
  event: EventView,
  at: Date = now(),
): Promise<RideBoard | null> {
  if (!hasRides({ ...event, placeKind: event.place.kind }, at)) return null;
  const rows = await listRides(event);
  if (actor.kind !== "person") return { for: "visitor", counts: countsByCommune(rows) };
  return boardFor(actor, event, rows);
}

async function boardFor(actor: PersonActor, event: EventView, rows: RideRow[]): Promise<RideBoard> {
  const hidden = new Set(await listHiddenPeople(actor.personId));
  const profile = await db.profile.findUnique({
    where: { personId: actor.personId },
    select: { communeId: true },
  });
  const own = rows.filter(({ personId }) => personId === actor.personId);
  const home = profile?.communeId ?? null;
  const homes = homesOf(
    own.map(({ commune }) => commune.insee),
    home,
  );
  const runs = canDo(actor, "people", { ...event, spaceId: event.space.id });
  const shown = rows.filter(({ personId }) => !hidden.has(personId));
  const rides = shown.map(({ person, personId, ...ride }) => {
    const isOwn = personId === actor.personId;
    const isNeighbour = !isOwn && homes.has(ride.commune.insee);
    return {
      ...{ ...ride, isOwn, isNeighbour, mayWithdraw: isOwn || runs },
      name: isOwn || isNamed(person) ? person.name : null,
      personId: isOwn ? null : personId,
    };
  });
  return { for: "member", rides: inBoardOrder(rides), home };
}

function isNamed({ profile }: RideRow["person"]): boolean {
  return profile !== null && isListed(openAudiences(profile), "member");
}

const rideSelect = {
  id: true,
  kind: true,
  personId: true,
  seats: true,
  leavesAt: true,
  note: true,
  commune: { select: { insee: true, name: true } },
  person: {
    select: {
      name: true,
      profile: { select: { audiences: true, textHiddenAt: true, photoHiddenAt: true } },
    },
  },
} satisfies Prisma.EventRideSelect;

type RideRow = Prisma.EventRideGetPayload<{ select: typeof rideSelect }>;

async function listRides({ id, space }: EventView): Promise<RideRow[]> {
  return db.eventRide.findMany({
    where: { spaceId: space.id, eventId: id, withdrawnAt: null, person: { erasedAt: null } },
    select: rideSelect,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}
