import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, type Prisma, type Tx } from "@/lib/infra/db";
import {
  type ComingClosure,
  listComingClosures,
  listNetworkClosures,
} from "@/lib/spaces/closures/queries";
import { closureInterval } from "@/lib/spaces/closures/rules";
import type { ClosureWhen } from "@/lib/spaces/closures/schema";
import { getSpaceBySlug, listSpaces, type Space } from "@/lib/spaces/queries";
import { networkTimeZone } from "@/lib/spaces/schema";
import type { Alternative } from "../alternatives/rules";
import { listHits, listPlacesInstead, markOf } from "../hits/queries";
import { choicesOf, minutesLost, placeText } from "../hits/rules";
import { type Hit, type HitChoice, mostHits } from "../hits/schema";
import { canCloseNetwork, canRunDay, canSeeBooking } from "../policy";
import { closedWith, decideClosure, withClosure } from "./rules";
import type { ClosureRefusal } from "./schema";

/** What somebody asks to close: one space, one resource of it, or the network. */
export type ClosureTarget = { slug: string; resourceId?: string | undefined } | "network";

export type PlannedClosure = { space: Space; resourceId: string | null; during: Interval };

/**
 * The spaces that target means with their intervals, in the order of their id; those of the network where
 * it would change nothing are left out. NotFound for whoever may not. Refuses `slot_over`, `already_closed`.
 */
export async function planClosures(
  client: Tx,
  actor: Actor,
  target: ClosureTarget,
  when: ClosureWhen,
  at: Date,
): Promise<Result<PlannedClosure[], ClosureRefusal>> {
  const resourceId = (target !== "network" && target.resourceId) || null;
  const planned = (await spacesOf(client, actor, target)).map((space) => {
    const during = closureInterval(space.calendar, when);
    return { space, resourceId, during, refusal: decideClosure(space, resourceId, during, at) };
  });
  const closures = planned.filter(({ refusal }) => refusal === null);
  if (closures.length === 0) return refuse(planned[0]?.refusal ?? "slot_over");
  return ok(closures.toSorted((a, b) => (a.space.id < b.space.id ? -1 : 1)));
}

async function spacesOf(client: Tx, actor: Actor, target: ClosureTarget): Promise<Space[]> {
  if (target === "network") {
    if (!canCloseNetwork(actor)) throw new NotFound();
    return listSpaces(client);
  }
  const space = await getSpaceBySlug(target.slug, client);
  const { resourceId } = target;
  const isKnown = !resourceId || space.resources.some(({ id }) => id === resourceId);
  if (!canRunDay(actor, space.id) || !isKnown) throw new NotFound();
  return [space];
}

/** Bookings that stand and these closures hit; one more than `mostHits` at most. */
export async function listBookingsHit(
  client: Tx,
  closures: PlannedClosure[],
  at: Date,
): Promise<Hit[]> {
  const closings = closures.map(({ space, resourceId, during }) => ({
    space,
    during,
    resourceIds: resourceId ? closedWith(space, resourceId) : null,
  }));
  return listHits(client, closings, at);
}

export type HitView = Omit<Hit, "name"> & {
  /** Null for who may not see whose booking it is. */
  name: string | null;
  spaceName: string;
  timeZone: string;
  choices: HitChoice[];
  /** Where this person could go instead, and what a form says of it; null when nowhere near. */
  instead: (Alternative & { text: string; timeZone: string; minutesLost: number }) | null;
};

export type HitList = { hits: HitView[]; list: string; isTooLong: boolean };

export type ClosurePreview =
  | ({ ok: true; closures: PlannedClosure[] } & HitList)
  | { ok: false; refusal: ClosureRefusal };

/**
 * Whom a closure would hit and where each could go instead, before anything changes, with the mark of
 * that list. NotFound for who may not announce it; names only for who may see the booking.
 */
export async function previewClosure(
  actor: Actor,
  target: ClosureTarget,
  when: ClosureWhen,
  at: Date = now(),
): Promise<ClosurePreview> {
  const planned = await planClosures(db, actor, target, when, at);
  if (!planned.ok) return { ok: false, refusal: planned.refusal };
  const closures = planned.value;
  const hits = await listBookingsHit(db, closures, at);
  const close = (spaces: Space[]) =>
    spaces.map((space) => {
      const own = closures.find((closure) => closure.space.id === space.id);
      return own ? withClosure(space, own.resourceId, own.during) : space;
    });
  return { ok: true, closures, ...(await viewHits(actor, hits, close, at)) };
}

/** The list of hits as a page shows it, with places instead in the network as it will be; no change, no places. */
export async function viewHits(
  actor: Actor,
  hits: Hit[],
  change: ((spaces: Space[]) => Space[]) | null,
  at: Date,
): Promise<HitList> {
  if (hits.length > mostHits) return { hits: [], list: markOf(hits), isTooLong: true };
  const [places, spaces] = await Promise.all([
    change ? listPlacesInstead(hits, change, at) : new Map<string, Alternative>(),
    listSpaces(),
  ]);
  const views = hits.map((hit) => {
    const space = spaces.find(({ id }) => id === hit.spaceId);
    const place = places.get(hit.id);
    const there = spaces.find(({ slug }) => slug === place?.slug);
    const timeZone = space?.calendar.timeZone ?? "";
    return {
      ...hit,
      name: canSeeBooking(actor, hit) ? hit.name : null,
      spaceName: space?.name ?? "",
      timeZone,
      choices: choicesOf(hit, place),
      instead: place
        ? {
            ...place,
            text: placeText(place),
            timeZone: there?.calendar.timeZone ?? timeZone,
            minutesLost: minutesLost(hit, place),
          }
        : null,
    };
  });
  return { hits: views, list: markOf(hits), isTooLong: false };
}

/** Closures of that id or of that announcement. */
export function closureOrAnnouncement(closureId: string) {
  return {
    OR: [{ id: closureId, announcementId: null }, { announcementId: closureId }],
  } satisfies Prisma.ClosureWhereInput;
}

/** A space with its closures to come, each with whether the actor may take it back; NotFound for who does not run it. */
export async function listClosuresToRun(
  actor: Actor,
  slug: string,
  at: Date = now(),
): Promise<{ space: Space; closures: (ComingClosure & { mayReopen: boolean })[] }> {
  const space = await getSpaceBySlug(slug);
  if (!canRunDay(actor, space.id)) throw new NotFound();
  const closures = await listComingClosures(space.id, at);
  return {
    space,
    closures: closures.map((closure) => ({ ...closure, mayReopen: !closure.isNetwork })),
  };
}

/** Closures announced for the whole network that are not over, in the hours of the first space; NotFound for others than its staff. */
export async function listNetworkClosuresToRun(actor: Actor, at: Date = now()) {
  if (!canCloseNetwork(actor)) throw new NotFound();
  return (await listNetworkClosures(at)).map(({ announcementId, spaces, ...closure }) => ({
    ...closure,
    id: announcementId,
    resource: null,
    count: spaces.length,
    calendar: spaces[0] ?? { timeZone: networkTimeZone, halfDayBoundary: 0 },
  }));
}
