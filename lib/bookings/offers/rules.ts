import type { Day } from "@/lib/core/day";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type ResourceTerms, type Wanted } from "../moments/rules";
import {
  type BookableSpace,
  freeAmong,
  type SlotRefusal,
  type TakenInterval,
  togetherAmong,
} from "../rules";
import type { BookedPart } from "../schema";

/** What somebody waits for: some places of a kind, or one resource, at one moment. */
export type WaitingWish = {
  kind: ResourceKind;
  /** Only this one; null = any of the kind. */
  resourceId: string | null;
  quantity: number;
  day: Day;
  part: BookedPart;
  startsAt: Date;
  endsAt: Date;
  /** Resources this person may not have, for want of a habilitation. */
  barred?: readonly string[];
};

/** Somebody in the line; the smaller the rank, the earlier they came. */
export type Waiting = WaitingWish & { id: string; rank: bigint };

/** What the rules need to know of a resource beyond its terms. */
export type OfferedResource = ResourceTerms & { sharesWith: string[]; needsApproval: boolean };

type OfferingSpace<Resource extends OfferedResource> = BookableSpace<Resource>;

/** The part of the day or the hours of a wish, as booking asks for them. */
export function wantedBy({ day, part, startsAt, endsAt }: WaitingWish): Wanted {
  return part === "hours" ? { startsAt, endsAt } : { day, part };
}

export type Possible<Resource> =
  | { ok: true; moment: Moment; resources: Resource[] }
  | ({ ok: false } & SlotRefusal);

/**
 * The resources that could serve a wish were they free, and the moment they would be had at; else why
 * none can (as `decideMoment`). One that the host must agree to is never offered: nobody but the host
 * may say yes. What shares its place with the fewest comes first, so that a room that splits is not
 * used whole while its halves would do.
 */
export function possibleFor<Resource extends OfferedResource>(
  space: OfferingSpace<Resource>,
  wish: WaitingWish,
  at: Date,
): Possible<Resource> {
  const asked = space.resources.filter(
    (resource) =>
      !resource.needsApproval &&
      !wish.barred?.includes(resource.id) &&
      (wish.resourceId ? resource.id === wish.resourceId : resource.kind === wish.kind),
  );
  const tried = asked.map((resource) => ({
    resource,
    decided: decideMoment(space, resource, wantedBy(wish), at),
  }));
  const resources = tried.flatMap(({ resource, decided }) => (decided.ok ? [resource] : []));
  const [moment] = tried.flatMap(({ decided }) => (decided.ok ? [decided] : []));
  if (!moment) {
    const [refused] = tried.flatMap(({ decided }) => (decided.ok ? [] : [decided]));
    return refused ?? { ok: false, refusal: "not_bookable" };
  }
  const { day, part, startsAt, endsAt } = moment;
  return {
    ok: true,
    moment: { day, part, startsAt, endsAt },
    resources: resources.sort((a, b) => a.sharesWith.length - b.sharesWith.length),
  };
}

export type Places<Resource> = { moment: Moment; places: Resource[] };

/** As many free places as the wish asks for, none holding what another holds; null when there are fewer. */
export function placesFor<Resource extends OfferedResource>(
  space: OfferingSpace<Resource>,
  taken: TakenInterval[],
  wish: WaitingWish,
  at: Date,
): Places<Resource> | null {
  const possible = possibleFor(space, wish, at);
  if (!possible.ok || possible.moment.startsAt <= at) return null;
  const { moment, resources } = possible;
  const places = togetherAmong(freeAmong(resources, taken, moment));
  return places.length < wish.quantity ? null : { moment, places: places.slice(0, wish.quantity) };
}

export type NextServed<Entry, Resource> = Places<Resource> & { entry: Entry };

/**
 * Who is next: the smallest rank whose quantity fits what is free now, and never a slot that has begun.
 * Somebody who waits for five does not keep one free place empty in front of somebody who waits for
 * one; of two who could be served, the first come is. `passed` are those who cannot be offered anything
 * at this moment (a seat of their own elsewhere): they keep their rank.
 */
export function nextServed<Entry extends Waiting, Resource extends OfferedResource>(
  space: OfferingSpace<Resource>,
  taken: TakenInterval[],
  line: { entries: Entry[]; passed: ReadonlySet<string> },
  at: Date,
): NextServed<Entry, Resource> | null {
  const inOrder = line.entries
    .filter(({ id }) => !line.passed.has(id))
    .sort((a, b) => Number(a.rank - b.rank));
  for (const entry of inOrder) {
    const found = placesFor(space, taken, entry, at);
    if (found) return { entry, ...found };
  }
  return null;
}

/** Until when an offer made at that instant stands: the space's delay, never beyond the start. */
export function offerEnd(offerMinutes: number, { startsAt }: { startsAt: Date }, at: Date): Date {
  const end = new Date(at.getTime() + offerMinutes * 60_000);
  return end < startsAt ? end : startsAt;
}
