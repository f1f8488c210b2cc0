import type { Actor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { freeBookings } from "../freeings/commands";
import { notTheirs } from "../handovers/queries";
import { notifyOfSwap } from "../notices/commands";
import {
  type ChangeRefusal,
  type LockedBooking,
  lockBooking,
  personLock,
  spaceLock,
} from "../places/commands";
import { canDo } from "../policy";
import { whyNotAllowed } from "../requirements/queries";
import { seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";
import { canAnswerSwap, canWithdrawSwap } from "./policy";
import { findBookingByCode, findSwapped, type SwappedBooking } from "./queries";
import { decideSwap } from "./rules";
import type { ProposeSwapInput, SwapIdInput, SwapRefusal } from "./schema";

/** Open proposals one booking may be offered in: enough to ask around, too few to pester. */
const mostProposals = 5;

type Outcome = Result<{ id: string }, SwapRefusal>;

/**
 * Offers one's booking against another, named by its code; neither learns who the other is before both
 * agree. The other member is told. The same proposal twice is one. Refuses `unknown_code`,
 * `own_booking`, `not_swappable`, `habilitation_needed`, `already_booked` (with `bookingId`), `too_many_proposals`.
 */
export async function proposeSwap(
  actor: Actor,
  input: ProposeSwapInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, SwapRefusal>(async (tx) => {
    const offered = await findSwapped(tx, input.bookingId);
    if (!offered?.personId || !canDo(actor, "swap", offered)) {
      throw await notTheirs(tx, actor, input.bookingId);
    }
    const wanted = await findBookingByCode(tx, input.code, at);
    if (!wanted?.personId) return refuse("unknown_code");
    const impossible = decideSwap(offered, wanted, at);
    if (impossible) return refuse(impossible);
    return propose(tx, offered, wanted, input.message ?? null, at);
  });
}

async function propose(
  tx: Tx,
  offered: SwappedBooking,
  wanted: SwappedBooking,
  message: string | null,
  at: Date,
): Promise<Outcome> {
  const [proposedBy, proposedTo] = [offered.personId ?? "", wanted.personId ?? ""];
  const barred = await whyNotUsed(tx, proposedBy, wanted);
  if (barred) return barred;
  const bookingId = await seatInTheWay(tx, proposedBy, wanted, offered.id, at);
  if (bookingId) return refuse("already_booked", { bookingId });
  // One at a time for a person: the same form sent twice is one proposal.
  await lockAlone(tx, personLock(proposedBy));
  const open = await tx.swap.findMany({
    where: { offeredId: offered.id, state: "proposed" },
    select: { id: true, wantedId: true },
  });
  const same = open.find(({ wantedId }) => wantedId === wanted.id);
  if (same) return ok({ id: same.id });
  if (open.length >= mostProposals) return refuse("too_many_proposals");
  const bookings = { offeredId: offered.id, wantedId: wanted.id };
  const { id } = await tx.swap.create({
    data: { ...bookings, proposedBy, proposedTo, message, createdAt: at },
    select: { id: true },
  });
  await notifyOfSwap(tx, "swap-proposed", wanted.id, offered.id, message);
  return ok({ id });
}

/** What the booking they would get asks of them. */
async function whyNotUsed(tx: Tx, personId: string, gained: SwappedBooking) {
  const { resourceId: id, habilitationId, startsAt } = gained;
  return whyNotAllowed(tx, [{ id, habilitationId }], { personId, startsAt });
}

/** The person's other seat at the moment of the booking they would get; null when there is none. */
async function seatInTheWay(
  tx: Tx,
  personId: string,
  gained: SwappedBooking,
  givenId: string,
  at: Date,
): Promise<string | null> {
  if (!seatKinds.some((kind) => kind === gained.kind)) return null;
  return findOwnBookingDuring(tx, personId, gained, at, [gained.id, givenId]);
}

/**
 * Agrees: the two bookings exchange their members, with those who come along; place and moment stay, so
 * no quota and no overlap is at stake. Both are told. Twice is the same as once. Refuses `swap_closed`,
 * `not_swappable`, `booking_changed` (one moved since), `already_booked`, `other_already_booked`,
 * `habilitation_needed`; the other's want of one is `not_swappable`: it is theirs to know.
 * Answers with the booking that is now the actor's.
 */
export async function acceptSwap(
  actor: Actor,
  { swapId }: SwapIdInput,
  at: Date = now(),
): Promise<Accepted> {
  return inTransaction<{ bookingId: string }, SwapRefusal>((tx) => acceptIn(tx, actor, swapId, at));
}

type Accepted = Result<{ bookingId: string }, SwapRefusal>;

async function acceptIn(tx: Tx, actor: Actor, swapId: string, at: Date): Promise<Accepted> {
  const read = await tx.swap.findUnique({ where: { id: swapId } });
  if (!read || !canAnswerSwap(actor, read)) throw new NotFound();
  const [offered, wanted] = await lockBoth(tx, read);
  const swap = await tx.swap.findUniqueOrThrow({ where: { id: swapId } });
  if (swap.state === "done") return ok({ bookingId: swap.offeredId });
  const isTheirs = offered.personId === swap.proposedBy && wanted.personId === swap.proposedTo;
  if (swap.state !== "proposed" || !isTheirs) return refuse("swap_closed");
  const impossible = await whyNotNow(tx, swap, at);
  if (impossible) return impossible;
  // Taken back at this very instant, it is not done.
  if ((await close(tx, swapId, "done", at)) !== "closed") return refuse("swap_closed");
  const exchanged = await exchange(tx, actor, [offered, wanted], at);
  // Those who come along are too many for the house at the other moment.
  if (!exchanged.ok) return refuse("booking_changed");
  const both = { in: [offered.id, wanted.id] };
  await tx.swap.updateMany({
    where: { state: "proposed", OR: [{ offeredId: both }, { wantedId: both }] },
    data: { state: "withdrawn", answeredAt: at },
  });
  await notifyOfSwap(tx, "swap-done", offered.id, wanted.id);
  await notifyOfSwap(tx, "swap-done", wanted.id, offered.id);
  return ok({ bookingId: offered.id });
}

type SwapRow = { offeredId: string; wantedId: string; proposedBy: string; proposedTo: string };

/** Both bookings held, in the order every verb keeps: spaces, persons, rows, each sorted. */
async function lockBoth(tx: Tx, swap: SwapRow): Promise<[LockedBooking, LockedBooking]> {
  const ids = [swap.offeredId, swap.wantedId].sort();
  const rows = await tx.booking.findMany({
    where: { id: { in: ids } },
    select: { spaceId: true },
  });
  const spaces = [...new Set(rows.map(({ spaceId }) => spaceId))].sort();
  for (const id of spaces) await lockAlone(tx, spaceLock(id));
  const persons = [swap.proposedBy, swap.proposedTo].sort();
  for (const id of persons) await lockAlone(tx, personLock(id));
  const locked = new Map<string, LockedBooking>();
  for (const id of ids) locked.set(id, await lockBooking(tx, id));
  const [offered, wanted] = [locked.get(swap.offeredId), locked.get(swap.wantedId)];
  if (!offered || !wanted) throw new NotFound();
  return [offered, wanted];
}

async function whyNotNow(
  tx: Tx,
  swap: SwapRow & { createdAt: Date },
  at: Date,
): Promise<Refused<SwapRefusal> | null> {
  const offered = await findSwapped(tx, swap.offeredId);
  const wanted = await findSwapped(tx, swap.wantedId);
  if (!offered || !wanted) return refuse("swap_closed");
  const impossible = decideSwap(offered, wanted, at);
  if (impossible) return refuse(impossible);
  const barred = await whyNotUsed(tx, swap.proposedTo, offered);
  if (barred) return barred;
  if (await whyNotUsed(tx, swap.proposedBy, wanted)) return refuse("not_swappable");
  const changed = await tx.bookingChange.count({
    where: {
      bookingId: { in: [offered.id, wanted.id] },
      verb: { in: ["move", "swap"] },
      at: { gt: swap.createdAt },
    },
  });
  if (changed > 0) return refuse("booking_changed");
  const own = await seatInTheWay(tx, swap.proposedTo, offered, wanted.id, at);
  if (own) return refuse("already_booked");
  const other = await seatInTheWay(tx, swap.proposedBy, wanted, offered.id, at);
  return other ? refuse("other_already_booked") : null;
}

/**
 * Both at once, so that neither is seen without a seat in between. The occurrences leave their series and
 * their wait: they are somebody else's.
 */
async function exchange(
  tx: Tx,
  actor: Actor,
  [offered, wanted]: [LockedBooking, LockedBooking],
  at: Date,
): Promise<Result<null, ChangeRefusal>> {
  const otherOf = (booking: LockedBooking) => (booking === offered ? wanted : offered);
  return freeBookings(
    tx,
    actor,
    [offered, wanted],
    ({ personId }) => ({ verb: "swap" as const, at, before: { personId } }),
    (booking) => {
      const { personId, companions, note } = otherOf(booking);
      // What one chose to show was one's own choice: the other's profile says it anew.
      const anew = { seriesId: null, waitingEntryId: null, shownToMembers: null };
      return { personId, companions, note, ...anew };
    },
  );
}

/** Says no; who proposed is told. Twice is the same as once. Refuses `swap_closed`. */
export async function declineSwap(
  actor: Actor,
  { swapId }: SwapIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, SwapRefusal>(async (tx) => {
    const swap = await tx.swap.findUnique({ where: { id: swapId } });
    if (!swap || !canAnswerSwap(actor, swap)) throw new NotFound();
    const closed = await close(tx, swapId, "declined", at);
    if (closed === "closed") {
      await notifyOfSwap(tx, "swap-declined", swap.offeredId, swap.wantedId);
    }
    return closed === "swap_closed" ? refuse(closed) : ok({ id: swapId });
  });
}

/** Takes a proposal back. Twice is the same as once. Refuses `swap_closed`. */
export async function withdrawSwap(
  actor: Actor,
  { swapId }: SwapIdInput,
  at: Date = now(),
): Promise<Outcome> {
  return inTransaction<{ id: string }, SwapRefusal>(async (tx) => {
    const swap = await tx.swap.findUnique({ where: { id: swapId } });
    if (!swap || !canWithdrawSwap(actor, swap)) throw new NotFound();
    const closed = await close(tx, swapId, "withdrawn", at);
    return closed === "swap_closed" ? refuse(closed) : ok({ id: swapId });
  });
}

async function close(
  tx: Tx,
  id: string,
  state: "done" | "declined" | "withdrawn",
  at: Date,
): Promise<"closed" | "same" | "swap_closed"> {
  const { count } = await tx.swap.updateMany({
    where: { id, state: "proposed" },
    data: { state, answeredAt: at },
  });
  if (count === 1) return "closed";
  const same = await tx.swap.count({ where: { id, state } });
  return same === 1 ? "same" : "swap_closed";
}
