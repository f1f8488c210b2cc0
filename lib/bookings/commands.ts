import type { Actor, PersonActor } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { newId } from "@/lib/core/id";
import { ok, type Result, refuse } from "@/lib/core/result";
import { StaleReading, withFreshReading } from "@/lib/core/stale-reading";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import { nameNewcomer } from "@/lib/members/commands";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { rememberedSpace } from "@/lib/spaces/readings/queries";
import { withAlternatives } from "./alternatives/queries";
import { type Alternative, peopleOf } from "./alternatives/rules";
import { shownOf } from "./company/rules";
import { freeBooking } from "./freeings/commands";
import { notTheirs } from "./handovers/queries";
import { holdSpace } from "./holds/commands";
import type { Moment } from "./moments/rules";
import { notifyHostsOfRequest, notifyOfBooking } from "./notices/commands";
import {
  type Change,
  type ChangeRefusal,
  lockBooking,
  type StandingBooking,
} from "./places/commands";
import { canBook, canDo, canRunDay, isOwnBooking } from "./policy";
import { decideCancellation } from "./rules";
import type { BookInput, BookingRefusal, CancelBookingInput, CancellationRefusal } from "./schema";
import { stateAfter, stateAt } from "./states/rules";
import { type BookedPlace, noticeOfNew, takePlace } from "./takings/commands";
import type { PlaceFacts } from "./tries/commands";
import { choiceOf, decideWish, type Wish, wantedOf, withRoomFor } from "./wishes/queries";

/** What a refused booking says besides its code. */
export type BookingRefusalData = {
  alternatives: Alternative[];
  /** Own booking in the way, for `already_booked`; for `slot_taken` too, when they sit somewhere then. */
  bookingId?: string;
  /** Nearest day that may be booked, for `beyond_horizon`, `slot_over` and `too_late_to_book`. */
  nearestDay?: string;
  because?: string;
  reason?: string | null;
};

/** A booking just written says all of itself; one found under its key has to be read. */
export type Booked = BookedPlace & { made?: { moment: Moment; state: "requested" | "confirmed" } };

/**
 * Books for the actor: a part of a day on a given resource or the first free seat, or hours of one
 * resource; where the host must agree, asks. The same idempotency key answers with the same booking.
 * Refuses every BookingRefusal, with alternatives; a lost race is `slot_taken`, like the check.
 */
export async function bookResource(
  actor: Actor,
  input: BookInput,
  at: Date = now(),
): Promise<Result<Booked, BookingRefusal>> {
  if (!canBook(actor)) throw new Unauthenticated();
  const result =
    (await bookFromMemory(actor, input, at)) ??
    (await withFreshReading(async (isLast) =>
      isLast
        ? inTransaction(async (tx) => {
            return bookIn(tx, actor, await holdSpace(tx, input.slug, at), input, at);
          })
        : bookIn(db, actor, await getSpaceBySlug(input.slug), input, at),
    ));
  if (!result.ok && result.refusal === "idempotency_key_reused") return result;
  if (!result.ok) {
    const kinds = "kind" in input && input.kind ? { kinds: [input.kind] } : {};
    const { slug, resourceId } = input;
    const people = peopleOf(input.companions);
    const { personId } = actor;
    const wish = { slug, resourceId, wanted: wantedOf(input), people, personId, ...kinds };
    return withAlternatives(result, wish, at);
  }
  if ("name" in input && input.name) await nameNewcomer(actor, input.name);
  return result;
}

/**
 * The usual way, one statement in all: decided on the space as last read, which `take_place` refuses
 * when it has changed. Null when it has, or when the rules say no: they may be judging an old calendar.
 */
async function bookFromMemory(
  actor: PersonActor,
  input: BookInput,
  at: Date,
): Promise<Result<Booked, BookingRefusal> | null> {
  const space = input.resourceId ? rememberedSpace({ slug: input.slug }) : null;
  if (!space) return null;
  const wish = await decideWish(db, space, wantedOf(input), choiceOf(input), at);
  if (!wish.ok) return null;
  try {
    const taken = await take(db, actor, space, wish.value, input, at);
    return !taken.ok && taken.refusal === "too_many_people" ? null : taken;
  } catch (error) {
    if (error instanceof StaleReading) return null;
    throw error;
  }
}

async function bookIn(
  client: Tx,
  actor: PersonActor,
  space: Space,
  input: BookInput,
  at: Date,
): Promise<Result<Booked, BookingRefusal>> {
  const wish = await decideWish(client, space, wantedOf(input), choiceOf(input), at);
  // The same form sent twice answers alike even when its moment has passed meanwhile.
  if (!wish.ok) return (await findByKey(client, actor, space.id, input.idempotencyKey)) ?? wish;
  return take(client, actor, space, wish.value, input, at);
}

async function take(
  client: Tx,
  actor: PersonActor,
  space: Space,
  wish: Wish,
  input: BookInput,
  at: Date,
): Promise<Result<Booked, BookingRefusal>> {
  const fitting = withRoomFor(wish, input.companions);
  if (!fitting.ok) return fitting;
  const { moment } = fitting.value;
  // Any seat will do: nobody is made to ask for one while another is had without asking.
  const sure = fitting.value.candidates.filter((resource) => !resource.needsApproval);
  const asks = sure.length === 0;
  const candidates = asks ? fitting.value.candidates : sure;
  const id = newId();
  const state = asks ? "requested" : "confirmed";
  const facts: PlaceFacts = {
    personId: actor.personId,
    companions: input.companions ?? [],
    note: input.note ?? null,
    shownToMembers: shownOf(input.shown),
    state,
    source: "member",
    createdBy: actor.personId,
    createdAt: at,
    idempotencyKey: input.idempotencyKey ?? null,
    keyIsFinal: input.keyIsFinal ?? false,
    notice: noticeOfNew(actor, space, moment, { id, asks, resource: candidates[0], at }),
  };
  const write = (tx: Tx) => takePlace(tx, space, moment, candidates, { ...facts, id });
  const taken = asks ? await askHosts(client, write, id) : await write(client);
  return taken.ok && taken.value.isNew ? ok({ ...taken.value, made: { moment, state } }) : taken;
}

/** The request and the word to the hosts in one transaction. */
async function askHosts(
  client: Tx,
  write: (tx: Tx) => ReturnType<typeof takePlace>,
  id: string,
): ReturnType<typeof takePlace> {
  const ask = async (tx: Tx) => {
    const taken = await write(tx);
    // The same form sent twice answers with the first request, whose hosts know of it.
    if (taken.ok && taken.value.id === id) await notifyHostsOfRequest(tx, id);
    return taken;
  };
  return client === db ? inTransaction(ask) : ask(client);
}

async function findByKey(
  tx: Tx,
  actor: PersonActor,
  spaceId: string,
  idempotencyKey: string | undefined,
): Promise<Result<BookedPlace, never> | null> {
  if (!idempotencyKey) return null;
  const found = await tx.booking.findFirst({
    where: { spaceId, personId: actor.personId, idempotencyKey },
    select: { id: true, resource: { select: { id: true, name: true } } },
  });
  return found && ok(found);
}

/**
 * Frees a booking: its member until the space's deadline, a host of the space at any time before its
 * end. Cancelling twice is the same as once. Refuses `too_late_to_cancel`, `already_checked_in`.
 */
export async function cancelBooking(
  actor: Actor,
  input: CancelBookingInput,
  at: Date = now(),
): Promise<Result<{ id: string }, CancellationRefusal>> {
  return inTransaction<{ id: string }, CancellationRefusal>(async (tx) => {
    const booking = await lockBooking(tx, input.bookingId);
    if (!canDo(actor, "cancel", booking)) throw await notTheirs(tx, actor, booking.id);
    if (booking.state === "cancelled") return ok({ id: booking.id });
    const refusal = decideCancellation(booking, canRunDay(actor, booking.spaceId), at);
    if (refusal) return refuse(refusal);
    // Time has ended it already, whether or not anything has written so.
    if (!stateAfter("cancel", stateAt(booking, at))) return refuse("too_late_to_cancel");
    const change = { reason: input.reason ?? null, at };
    const cancelled = await cancelLocked(tx, actor, booking, change);
    if (!cancelled.ok) return refuse("too_late_to_cancel");
    await notifyOfBooking(tx, "booking-cancelled", booking.id);
    return ok({ id: booking.id });
  });
}

/** Writes the cancellation and, when it is somebody else's booking, the journal; no check, no mail. */
export async function cancelLocked(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Omit<Change, "verb">,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  const changed = await freeBooking(tx, actor, booking, { verb: "cancel", ...change }, data);
  if (changed.ok) await noteInJournal(tx, actor, booking, "booking.cancelled", change.reason);
  return changed;
}

/** A line of the journal when somebody acts on another's booking. */
export async function noteInJournal(
  tx: Tx,
  actor: Actor,
  booking: { id: string; spaceId: string; personId: string | null },
  action: string,
  reason?: string | null,
): Promise<void> {
  if (isOwnBooking(actor, booking)) return;
  await writeJournal(tx, {
    actor,
    action,
    spaceId: booking.spaceId,
    subjectId: booking.id,
    ...(reason ? { after: { reason } } : {}),
  });
}
