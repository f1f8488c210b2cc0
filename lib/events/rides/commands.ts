import { type Actor, personIdOf } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import { canDo, namedToLead } from "../policy";
import { hasRides } from "./rules";
import type {
  AskRideInput,
  OfferRideInput,
  RideKind,
  RideRefusal,
  WithdrawRideInput,
} from "./schema";

type Said = Result<{ id: string }, RideRefusal>;

/**
 * Offers seats in one's car from a commune, at a minute of the wall. The same twice is one; another while
 * it stands is refused (`already_said`: it is taken off first). Refuses `event_begun`, `unknown_commune`.
 * Anybody signed in.
 */
export async function offerRide(
  actor: Actor,
  { leavesAt, ...input }: OfferRideInput,
  at: Date = now(),
): Promise<Said> {
  return say(actor, { ...input, leavesAt, kind: "offer" }, at);
}

/** Asks for seats from a commune. Refuses as offerRide. Anybody signed in. */
export async function askRide(actor: Actor, input: AskRideInput, at: Date = now()): Promise<Said> {
  return say(actor, { ...input, leavesAt: null, kind: "ask" }, at);
}

type Line = AskRideInput & { kind: RideKind; leavesAt: number | null };

async function say(actor: Actor, { event: slug, ...line }: Line, at: Date): Promise<Said> {
  const personId = personIdOf(actor);
  if (!personId) throw new Unauthenticated();
  return inTransaction<{ id: string }, RideRefusal>(async (tx) => {
    const event = await findJourney(tx, slug);
    // What a host closes or moves meanwhile is read again by whoever opens the page.
    if (!hasRides(event, at)) return refuse("event_begun");
    return write(tx, { spaceId: event.spaceId, eventId: event.id, personId }, line, at);
  });
}

/** An event that is shown and that people travel to; NotFound otherwise. */
async function findJourney(tx: Tx, slug: string) {
  const event = await tx.event.findFirst({ where: { slug, placeKind: { not: "online" } } });
  const isShown = event && (event.state === "published" || event.publishedAt !== null);
  if (!isShown || event.state === "refused") throw new NotFound();
  return event;
}

type Whose = { spaceId: string; eventId: string; personId: string };

async function write(
  tx: Tx,
  whose: Whose,
  { communeId, seats, kind, leavesAt, note }: Omit<Line, "event">,
  at: Date,
): Promise<Said> {
  await lockAlone(tx, `rides ${whose.eventId} ${whose.personId}`);
  if ((await tx.commune.count({ where: { insee: communeId } })) === 0) {
    return refuse("unknown_commune");
  }
  const key = { ...whose, kind, withdrawnAt: null };
  const known = await tx.eventRide.findFirst({ where: key });
  const data = { communeId, seats, leavesAt, note: note ?? null };
  if (known) return isSame(known, data) ? ok({ id: known.id }) : refuse("already_said");
  const { id } = await tx.eventRide.create({ data: { ...key, ...data, createdAt: at } });
  return ok({ id });
}

type Terms = { communeId: string; seats: number; leavesAt: number | null; note: string | null };

function isSame(known: Terms, { communeId, seats, leavesAt, note }: Terms): boolean {
  return (
    known.communeId === communeId &&
    known.seats === seats &&
    known.leavesAt === leavesAt &&
    known.note === note
  );
}

/**
 * Takes a line off the board: one's own at any time, anybody's for who runs the event (journalled). Twice
 * is the same as once; NotFound for anybody else.
 */
export async function withdrawRide(
  actor: Actor,
  { event: slug, rideId }: WithdrawRideInput,
  at: Date = now(),
): Promise<Result<null, never>> {
  return inTransaction<null, never>(async (tx) => {
    const ride = await findRide(tx, slug, rideId);
    const isOwn = ride !== null && ride.personId === personIdOf(actor);
    if (!ride || !(isOwn || canDo(actor, "people", ride.event))) throw new NotFound();
    const { spaceId, eventId } = ride;
    const { count } = await tx.eventRide.updateMany({
      where: { spaceId, id: rideId, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
    if (count > 0 && !isOwn) {
      const action = "event.ride_withdrawn";
      await writeJournal(tx, { actor, action, spaceId, subjectId: eventId });
    }
    return ok(null);
  });
}

async function findRide(tx: Tx, slug: string, id: string) {
  return tx.eventRide.findFirst({
    where: { id, event: { slug } },
    include: {
      event: {
        select: { spaceId: true, createdBy: true, speakers: namedToLead },
      },
    },
  });
}
