import type { Actor } from "@/lib/core/actor";
import { now } from "@/lib/infra/clock";
import { getSpaceBySlug, type Space, type SpaceResource } from "@/lib/spaces/queries";
import { hostTermsOf } from "../hosted/rules";
import type { Wanted } from "../moments/rules";
import { canRunDay } from "../policy";
import { type BookingView, getBooking, listTakenIntervals } from "../queries";
import { freeAmong, heldInterval, kindsLike, type TakenInterval } from "../rules";
import { type AskedMove, decideDestination, readMove } from "./rules";
import type { MoveRefusal } from "./schema";

export type MoveChoices = {
  booking: BookingView;
  space: Space;
  /** Of its kind, with room for those who come along. */
  resources: SpaceResource[];
  asked: AskedMove;
  /** Where it may go at the moment asked for, its own place first; empty with why when nowhere. */
  free: SpaceResource[];
  why: { refusal: MoveRefusal; reason: string | null } | null;
};

/**
 * Where a booking may go at a moment read from an address (`jour`, `moment`, `de`, `a`), itself left
 * out of what is taken. NotFound for whoever may not see it.
 */
export async function listMoveChoices(
  actor: Actor,
  bookingId: string,
  parameters: Record<string, string | string[] | undefined>,
  at: Date = now(),
): Promise<MoveChoices> {
  const booking = await getBooking(actor, bookingId, at);
  const read = await getSpaceBySlug(booking.space.slug);
  const runsDay = canRunDay(actor, read.id);
  const space = runsDay ? hostTermsOf(read) : read;
  const asked = readMove(parameters, booking, space.calendar.timeZone);
  const resources = alike(space, booking);
  const shown = { booking, space, resources, asked };
  const { wanted } = asked;
  if (!wanted) return { ...shown, free: [], why: null };
  const range = { first: asked.day, last: asked.day };
  const all = (await listTakenIntervals([space], range, at)).get(space.id) ?? [];
  const taken = withoutOwn(all, space, booking);
  const tried = resources.map((resource) => decide(space, resource, wanted, booking, runsDay, at));
  const free = tried.flatMap(({ resource, decided }) =>
    decided.ok && freeAmong([resource], taken, decided).length > 0 ? [resource] : [],
  );
  const [first] = tried;
  const refused = first && !first.decided.ok ? first.decided : null;
  const why = {
    refusal: refused?.refusal ?? "slot_taken",
    reason: refused?.data?.["reason"] ?? null,
  };
  return { ...shown, free, why: free.length > 0 ? null : why };
}

/** Seats for a seat, else the same kind; its own resource first. */
function alike(space: Space, { resource: own, companions }: BookingView): SpaceResource[] {
  const kinds = kindsLike(own.kind);
  return space.resources
    .filter(({ kind, capacity }) => capacity > companions.length && kinds.includes(kind))
    .sort((a, b) => Number(b.id === own.id) - Number(a.id === own.id));
}

function decide(
  space: Space,
  resource: SpaceResource,
  wanted: Wanted,
  booking: BookingView,
  runsDay: boolean,
  at: Date,
) {
  // The deadline is judged apart; a destination does not depend on it.
  const { id: resourceId, kind } = booking.resource;
  const moving = { ...booking, resourceId, kind, cancellableUntil: booking.endsAt };
  return {
    resource,
    decided: decideDestination(space, resource, wanted, moving, { runsDay, at }),
  };
}

/** No two bookings hold one place at one instant, so its own interval is recognised by its bounds. */
function withoutOwn(taken: TakenInterval[], space: Space, booking: BookingView): TakenInterval[] {
  const own = space.resources.find(({ id }) => id === booking.resource.id);
  if (!own || booking.state === "requested") return taken;
  const held = heldInterval(own, booking);
  // A whole has the same bounds from each of its parts: one of them is this booking.
  const left = new Set([own.id, ...own.sharesWith]);
  return taken.filter(
    ({ resourceId, startsAt, endsAt }) =>
      +startsAt !== +held.startsAt || +endsAt !== +held.endsAt || !left.delete(resourceId),
  );
}
