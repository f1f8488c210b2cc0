import type { Actor, PersonActor } from "@/lib/core/actor";
import { dateColumn, dayOf } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceBySlug, type Space, type SpaceResource } from "@/lib/spaces/queries";
import type { Moment } from "../moments/rules";
import { listAlternatives } from "../nearby/queries";
import { placesFor, possibleFor, type WaitingWish } from "../offers/rules";
import { spaceLock } from "../places/commands";
import { canBook } from "../policy";
import { listTakenIntervals } from "../queries";
import { barredFor, refuseFor } from "../requirements/queries";
import { seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";
import { settleLapsed } from "../settlements/commands";
import type { JoinWaitingListInput, WaitingRefusal } from "./schema";

export type WaitingRefusalData = {
  alternatives?: Awaited<ReturnType<typeof listAlternatives>>;
  /** Own booking in the way, for `already_booked`. */
  bookingId?: string;
  /** What can be had now, for `places_free`. */
  free?: Moment & { slug: string; timeZone: string; resource: { id: string; name: string } };
  /** How many there are, for `too_many`. */
  most?: number;
};

/**
 * Puts the actor at the end of the line for places of a kind (or one resource) at one moment of a
 * space. Refuses `places_free` when the wish can be had now (with how), `slot_begun`, `already_waiting`
 * (once a person for the same thing, `waiting_once`), `already_booked`, `too_many`, `on_request`, and
 * what no booking could have (closed, beyond the horizon …), with alternatives.
 */
export async function joinWaitingList(
  actor: Actor,
  input: JoinWaitingListInput,
  at: Date = now(),
): Promise<Result<{ id: string }, WaitingRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const result = await inTransaction<{ id: string }, WaitingRefusal>((tx) =>
    joinIn(tx, actor, input, at),
  );
  return result.ok ? result : withAlternatives(result, actor, input, at);
}

async function joinIn(
  tx: Tx,
  actor: PersonActor,
  input: JoinWaitingListInput,
  at: Date,
): Promise<Result<{ id: string }, WaitingRefusal>> {
  const { id } = await getSpaceBySlug(input.slug, tx);
  // Alone: a place freed meanwhile is either seen here, or offered to the entry written here.
  await lockAlone(tx, spaceLock(id));
  const space = await getSpaceBySlug(input.slug, tx);
  const wish = wishOf(space, input);
  const decided = decideWaiting(space, wish, at);
  if (!decided.ok) return decided;
  const { moment, resources } = decided.value;
  const barred = await barredFor(tx, resources, { ...actor, startsAt: moment.startsAt });
  const allowed = resources.filter((one) => !barred.includes(one.id));
  // Nobody waits for what they could not be offered.
  if (allowed.length < wish.quantity && barred.length > 0) {
    const asking = resources.find((one) => barred.includes(one.id));
    return refuseFor(tx, asking?.habilitationId ?? null);
  }
  await settleLapsed(tx, space.id, moment, at);
  const hindered = await whyNotNow(tx, actor, space, { ...wish, ...moment, barred }, at);
  if (hindered) return hindered;
  const [entry] = await tx.waitingEntry.createManyAndReturn({
    data: [
      {
        ...wish,
        ...moment,
        day: dateColumn(moment.day),
        spaceId: space.id,
        personId: actor.personId,
        createdAt: at,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return entry ? ok(entry) : refuse("already_waiting");
}

/** The kind of the resource asked for, of a desk when nothing says otherwise. */
function wishOf(space: Space, input: JoinWaitingListInput): WaitingWish {
  const asked = space.resources.find(({ id }) => id === input.resourceId);
  const wish = {
    kind: asked?.kind ?? input.kind ?? "desk",
    resourceId: input.resourceId ?? null,
    quantity: input.quantity,
  };
  if ("day" in input) {
    // The instants of a part are those of its day, found with the moment.
    const unknown = new Date(0);
    return { ...wish, day: input.day, part: input.part, startsAt: unknown, endsAt: unknown };
  }
  const { startsAt, endsAt } = input;
  const day = dayOf(startsAt, space.calendar.timeZone);
  return { ...wish, day, part: "hours", startsAt, endsAt };
}

function decideWaiting(
  space: Space,
  wish: WaitingWish,
  at: Date,
): Result<{ moment: Moment; resources: SpaceResource[] }, WaitingRefusal> {
  const possible = possibleFor(space, wish, at);
  if (!possible.ok) {
    const asked = space.resources.filter(({ id, kind }) =>
      wish.resourceId ? id === wish.resourceId : kind === wish.kind,
    );
    const isOnRequest = asked.length > 0 && asked.every(({ needsApproval }) => needsApproval);
    return isOnRequest ? refuse("on_request") : refuse(possible.refusal, possible.data);
  }
  const { moment, resources } = possible;
  if (moment.startsAt <= at) return refuse("slot_begun");
  if (!placesFor(space, [], wish, at)) {
    return refuse("too_many", { most: resources.length } satisfies WaitingRefusalData);
  }
  return ok({ moment, resources });
}

/** The wish can be had, or its person sits elsewhere at that moment. */
async function whyNotNow(
  tx: Tx,
  actor: PersonActor,
  space: Space,
  wish: WaitingWish,
  at: Date,
): Promise<Refused<WaitingRefusal> | null> {
  const waits = await tx.waitingEntry.findFirst({
    where: {
      spaceId: space.id,
      personId: actor.personId,
      kind: wish.kind,
      resourceId: wish.resourceId,
      startsAt: wish.startsAt,
      endsAt: wish.endsAt,
      state: { in: ["waiting", "offered"] },
    },
    select: { id: true },
  });
  if (waits) return refuse("already_waiting");
  if (seatKinds.some((kind) => kind === wish.kind)) {
    const bookingId = await findOwnBookingDuring(tx, actor.personId, wish, at);
    if (bookingId) return refuse("already_booked", { bookingId } satisfies WaitingRefusalData);
  }
  const day = { first: wish.day, last: wish.day };
  const taken = (await listTakenIntervals([space], day, at, tx)).get(space.id) ?? [];
  const found = placesFor(space, taken, wish, at);
  const [free] = found?.places ?? [];
  if (!found || !free) return null;
  return refuse("places_free", {
    free: {
      ...found.moment,
      slug: space.slug,
      timeZone: space.calendar.timeZone,
      resource: { id: free.id, name: free.name },
    },
  } satisfies WaitingRefusalData);
}

async function withAlternatives(
  refused: Refused<WaitingRefusal>,
  { personId }: PersonActor,
  input: JoinWaitingListInput,
  at: Date,
): Promise<Refused<WaitingRefusal>> {
  const details: WaitingRefusalData = typeof refused.data === "object" ? (refused.data ?? {}) : {};
  if (details.free || details.bookingId || refused.refusal === "already_waiting") return refused;
  const { slug, resourceId, kind = "desk" } = input;
  const kinds = seatKinds.some((seat) => seat === kind) ? seatKinds : [kind];
  const wanted =
    "day" in input
      ? { day: input.day, part: input.part }
      : { startsAt: input.startsAt, endsAt: input.endsAt };
  const wish = { slug, wanted, personId, ...(resourceId ? { resourceId } : { kinds }) };
  return { ...refused, data: { ...details, alternatives: await listAlternatives(wish, at) } };
}
