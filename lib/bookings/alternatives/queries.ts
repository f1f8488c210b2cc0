import { dayFromColumn, dayOf, parseDay } from "@/lib/core/day";
import type { Refused } from "@/lib/core/result";
import { db, type Tx } from "@/lib/infra/db";
import { type Asked, wantedOfMove } from "../moves/rules";
import { type AskedWish, listAlternatives, readAlternatives } from "../nearby/queries";
import { bookingRefusals } from "../schema";
import { type Alternative, peopleOf } from "./rules";

/** The refusal with up to three free places near what was asked, around the nearest day it names. */
export async function withAlternatives<Refusal extends string>(
  refused: Refused<Refusal>,
  wish: Omit<AskedWish, "nearest">,
  at: Date,
): Promise<Refused<Refusal>> {
  const details = { ...(typeof refused.data === "object" ? refused.data : {}) };
  const nearest = "nearestDay" in details ? parseDay(String(details.nearestDay)) : null;
  const found = await listAlternatives({ ...wish, nearest }, at);
  // A house that is full then is so whatever the desk.
  const isFull = refused.refusal === "house_full";
  const alternatives = found.filter(({ differs }) => !(isFull && differs === "desk"));
  return { ...refused, data: { ...details, alternatives } };
}

/** What it was asked to become: elsewhere, at another moment, with others. */
type AskedAnew = Asked & {
  companions?: string[];
  /** It keeps its place: what is offered is booked besides, so no second seat then. */
  isKept?: boolean;
};

/** The same for a booking that exists: near its own place and moment, or those it was asked to go to. */
export async function withAlternativesTo<Refusal extends string>(
  refused: Refused<Refusal>,
  bookingId: string,
  asked: AskedAnew,
  at: Date,
): Promise<Refused<Refusal>> {
  if (!bookingRefusals.some((code) => code === refused.refusal)) return refused;
  const { wish } = await wishOfBooking(db, bookingId, asked);
  return withAlternatives(refused, wish, at);
}

/**
 * Up to three free places instead of a booking that was not had, as that transaction sees them; from
 * today (local) on, when its day has passed.
 */
export async function listAlternativesTo(
  tx: Tx,
  bookingId: string,
  at: Date,
): Promise<Alternative[]> {
  const { wish, day, timeZone } = await wishOfBooking(tx, bookingId, {});
  const today = dayOf(at, timeZone);
  return readAlternatives({ ...wish, nearest: day < today ? today : null }, at, tx);
}

async function wishOfBooking(tx: Tx, bookingId: string, asked: AskedAnew) {
  const { resource, companions, ...row } = await tx.booking.findFirstOrThrow({
    where: { id: bookingId },
    select: {
      personId: true,
      resourceId: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      companions: true,
      resource: { select: { space: { select: { slug: true, timeZone: true } } } },
    },
  });
  const day = dayFromColumn(row.day);
  const { slug, timeZone } = resource.space;
  const wish = {
    slug,
    resourceId: asked.resourceId ?? row.resourceId,
    wanted: wantedOfMove(asked, { ...row, day }),
    people: peopleOf(asked.companions ?? companions),
    personId: row.personId,
    ...(asked.isKept ? {} : { leaving: bookingId }),
  };
  return { wish, day, timeZone };
}
