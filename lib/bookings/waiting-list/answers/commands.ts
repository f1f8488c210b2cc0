import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Prisma, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { getSpaceById } from "@/lib/spaces/queries";
import { freeBookings } from "../../freeings/commands";
import { notifyOfBooking } from "../../notices/commands";
import { changeBooking, personLock } from "../../places/commands";
import { canDo } from "../../policy";
import { seatKinds } from "../../schema";
import { findOwnBookingDuring } from "../../seats/queries";
import { settleLapsed } from "../../settlements/commands";
import { lapseOf, stateAt } from "../../states/rules";
import { waitingStateAt } from "../rules";
import type { LeavingRefusal, OfferRefusal, WaitingEntryInput } from "../schema";

/**
 * Takes the places held for the actor, all at once; twice is the same as once. Refuses `offer_over`
 * once its end has passed or nothing is held any more (the next in line is then served), and
 * `already_booked` when a seat of theirs meets it. NotFound for anybody else's entry.
 */
export async function acceptOffer(
  actor: Actor,
  { entryId }: WaitingEntryInput,
  at: Date = now(),
): Promise<Result<{ bookingIds: string[] }, OfferRefusal>> {
  const result = await inTransaction<{ bookingIds: string[] }, OfferRefusal>((tx) =>
    acceptIn(tx, actor, entryId, at),
  );
  if (!result.ok && result.refusal === "offer_over") await passOn(entryId, at);
  return result;
}

/** What was not taken in time is settled at once: the next in line waits for no job. */
async function passOn(entryId: string, at: Date): Promise<void> {
  const { spaceId, startsAt, endsAt } = await db.waitingEntry.findFirstOrThrow({
    where: { id: entryId },
    select: { spaceId: true, startsAt: true, endsAt: true },
  });
  await settleLapsed(db, spaceId, { startsAt, endsAt }, at);
}

async function acceptIn(
  tx: Tx,
  actor: Actor,
  entryId: string,
  at: Date,
): Promise<Result<{ bookingIds: string[] }, OfferRefusal>> {
  const entry = await lockEntry(tx, actor, entryId);
  const places = await tx.booking.findMany({
    where: { spaceId: entry.spaceId, waitingEntryId: entry.id },
    orderBy: [{ resourceId: "asc" }, { startsAt: "asc" }],
    select: standingSelect,
  });
  if (entry.state === "served") {
    const kept = places.filter(({ state }) => state === "confirmed");
    return ok({ bookingIds: kept.map(({ id }) => id) });
  }
  const held = places.filter((place) => stateAt(place, at) === "held");
  if (waitingStateAt(entry, at) !== "offered" || held.length === 0) return refuse("offer_over");
  return takeHeld(tx, actor, entry, held, at);
}

async function takeHeld(
  tx: Tx,
  actor: Actor,
  entry: Entry,
  held: HeldPlace[],
  at: Date,
): Promise<Result<{ bookingIds: string[] }, OfferRefusal>> {
  const ids = held.map(({ id }) => id);
  // An offer is made without the person's lock: a seat taken elsewhere at that very instant shows here.
  await lockAlone(tx, personLock(entry.personId));
  if (seatKinds.some((kind) => kind === entry.kind)) {
    const bookingId = await findOwnBookingDuring(tx, entry.personId, entry, at, ids);
    if (bookingId) return refuse("already_booked", { bookingId });
  }
  const { noShowGraceMinutes } = await getSpaceById(entry.spaceId, tx);
  for (const place of held) {
    const { startsAt } = place;
    const lapsesAt = lapseOf(noShowGraceMinutes, { startsAt, createdAt: at, checkedInAt: null });
    const change = { verb: "accept" as const, at };
    const taken = await changeBooking(tx, actor, place, change, { lapsesAt });
    if (!taken.ok) return refuse("offer_over");
    await notifyOfBooking(tx, "booking-confirmed", place.id);
  }
  await closeEntry(tx, entry, "served", at);
  return ok({ bookingIds: ids });
}

/**
 * Leaves the line, and declines the offer when there is one: its places go to the next at once. Twice
 * is the same as once. Refuses `already_served`: places that were accepted are bookings, cancelled like
 * any other. NotFound for anybody else's entry.
 */
export async function leaveWaitingList(
  actor: Actor,
  { entryId }: WaitingEntryInput,
  at: Date = now(),
): Promise<Result<{ id: string }, LeavingRefusal>> {
  return inTransaction<{ id: string }, LeavingRefusal>(async (tx) => {
    const entry = await lockEntry(tx, actor, entryId);
    if (entry.state === "served") return refuse("already_served");
    if (entry.state !== "waiting" && entry.state !== "offered") return ok({ id: entry.id });
    await closeEntry(tx, entry, "withdrawn", at);
    const held = await tx.booking.findMany({
      where: { spaceId: entry.spaceId, waitingEntryId: entry.id, state: "held" },
      orderBy: [{ resourceId: "asc" }, { startsAt: "asc" }],
      select: standingSelect,
    });
    await freeBookings(tx, actor, held, () => ({ verb: "cancel", at }));
    return ok({ id: entry.id });
  });
}

const standingSelect = {
  id: true,
  spaceId: true,
  personId: true,
  state: true,
  lapsesAt: true,
  resourceId: true,
  startsAt: true,
  endsAt: true,
} satisfies Prisma.BookingSelect;
type HeldPlace = Prisma.BookingGetPayload<{ select: typeof standingSelect }>;

type Entry = Awaited<ReturnType<typeof lockEntry>>;

/** The actor's own entry, its space held alone until the transaction ends. */
async function lockEntry(tx: Tx, actor: Actor, entryId: string) {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('space ' || space_id, 0))
    FROM waiting_entries WHERE id = ${entryId}::uuid`;
  const entry = await tx.waitingEntry.findFirst({
    where: { id: entryId },
    select: {
      id: true,
      spaceId: true,
      personId: true,
      kind: true,
      state: true,
      startsAt: true,
      endsAt: true,
      offerUntil: true,
    },
  });
  if (!entry || !canDo(actor, "accept", entry)) throw new NotFound();
  return entry;
}

async function closeEntry(tx: Tx, entry: Entry, state: "served" | "withdrawn", at: Date) {
  await tx.waitingEntry.update({
    where: { spaceId_id: { spaceId: entry.spaceId, id: entry.id } },
    data: { state, closedAt: at },
  });
}
