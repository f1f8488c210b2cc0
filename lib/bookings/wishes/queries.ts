import { ok, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/infra/db";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { ResourceKind } from "@/lib/spaces/schema";
import { decideMoment, type Moment, type Wanted } from "../moments/rules";
import { listTakenIntervals } from "../queries";
import { decideSlot, freeAmong, slotOf } from "../rules";
import { type BookInput, type BookingRefusal, seatKinds } from "../schema";

/** The part of a day or the hours that a form or an API request asks for. */
export function wantedOf(input: BookInput): Wanted {
  return "day" in input
    ? { day: input.day, part: input.part }
    : { startsAt: input.startsAt, endsAt: input.endsAt };
}

/** A resource, or any seat of these kinds. */
export type Choice = { resourceId: string } | { kinds: readonly ResourceKind[] };

/** What the form or the request leaves open. */
export function choiceOf(input: BookInput): Choice {
  if (input.resourceId) return { resourceId: input.resourceId };
  return { kinds: "kind" in input && input.kind ? [input.kind] : seatKinds };
}

export type Wish = { moment: Moment; candidates: SpaceResource[] };

/** Of those that would do, the ones that hold that many; refuses `too_many_people`, with the largest `capacity`. */
export function withRoomFor(
  { moment, candidates }: Wish,
  companions: readonly string[] = [],
): Result<Wish, BookingRefusal> {
  const fitting = candidates.filter((resource) => resource.capacity > companions.length);
  if (fitting.length > 0) return ok({ moment, candidates: fitting });
  const capacity = Math.max(...candidates.map((resource) => resource.capacity));
  return refuse("too_many_people", { capacity: String(capacity) });
}

/** The moment meant and the resources that would do: the one asked for, else the free seats in the host's order. */
export async function decideWish(
  tx: Tx,
  space: Space,
  wanted: Wanted,
  choice: Choice,
  at: Date,
): Promise<Result<Wish, BookingRefusal>> {
  if ("resourceId" in choice) return decideAsked(tx, space, wanted, choice.resourceId, at);
  if (!("part" in wanted)) return refuse("not_bookable");
  const refusal = decideSlot(space, wanted, at);
  if (refusal) return refuse(refusal.refusal, refusal.data);
  const day = { first: wanted.day, last: wanted.day };
  const taken = (await listTakenIntervals([space], day, at, tx)).get(space.id) ?? [];
  const tried = slotOf(space, taken, { ...wanted, ...choice }).free.map((resource) => ({
    resource,
    decided: decideMoment(space, resource, wanted, at),
  }));
  const candidates = tried.flatMap(({ resource, decided }) => (decided.ok ? [resource] : []));
  const [moment] = tried.flatMap(({ decided }) => (decided.ok ? [decided] : []));
  if (moment) return ok({ moment, candidates });
  const [refused] = tried.flatMap(({ decided }) => (decided.ok ? [] : [decided]));
  return refused ? refuse(refused.refusal, refused.data) : refuse("space_full");
}

async function decideAsked(
  tx: Tx,
  space: Space,
  wanted: Wanted,
  resourceId: string,
  at: Date,
): Promise<Result<Wish, BookingRefusal>> {
  const asked = space.resources.find((resource) => resource.id === resourceId);
  if (!asked) return refuse("not_bookable");
  const decided = decideMoment(space, asked, wanted, at);
  if (!decided.ok) return refuse(decided.refusal, decided.data);
  // An outside calendar keeps it busy: the constraint does not know, we do.
  const isBusy = asked.hasImports && !(await isFree(tx, space, asked, decided, at));
  return isBusy ? refuse("slot_taken") : ok({ moment: decided, candidates: [asked] });
}

async function isFree(
  tx: Tx,
  space: Space,
  resource: SpaceResource,
  moment: Moment,
  at: Date,
): Promise<boolean> {
  const day = { first: moment.day, last: moment.day };
  const taken = (await listTakenIntervals([space], day, at, tx)).get(space.id) ?? [];
  return freeAmong([resource], taken, moment).length > 0;
}
