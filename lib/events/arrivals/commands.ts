import { readCode } from "@/lib/bookings/presence/rules";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Day, dayFromColumn, dayOf } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { type RateLimit, secondsToWait } from "@/lib/infra/rate-limit";
import { mostArrivals } from "../attendance/rules";
import { lockEvent } from "../locks/commands";
import { emailKey } from "../registrations/rules";
import { arrivalCodeOf } from "./queries";
import type { ArriveInput, ArriveRefusal } from "./schema";

/** A full room behind one address; the code is not tried one after the other. */
const perNetwork: RateLimit = {
  name: "event-arrival",
  times: 60,
  seconds: 600,
  forgets: "daily",
};

/**
 * Notes that somebody is there, by themselves, with the code of the sheet by the door, on its local day
 * and until its end past midnight only: who registered under that account or address is ticked, anybody else is noted by name. Both are
 * answered alike, so that nobody learns who is registered. Refuses `wrong_code`, `not_today`, `too_often`,
 * `too_many_arrivals`.
 */
export async function arriveAtEvent(
  actor: Actor,
  input: ArriveInput & { network: string },
  at: Date = now(),
): Promise<Result<null, ArriveRefusal>> {
  if (actor.kind === "system") throw new Forbidden();
  if ((await secondsToWait(perNetwork, input.network)) !== null) return refuse("too_often");
  const event = await db.event.findFirst({
    where: { slug: input.event, state: "published" },
    select: {
      ...{ id: true, spaceId: true, day: true, startsAt: true, endsAt: true },
      space: { select: { timeZone: true } },
    },
  });
  if (!event) throw new NotFound();
  if (readCode(input.code) !== arrivalCodeOf(event)) return refuse("wrong_code");
  if (!isOfItsDay({ ...event, day: dayFromColumn(event.day) }, at)) return refuse("not_today");
  return inTransaction<null, ArriveRefusal>(async (tx) => {
    const { spaceId, id } = await lockEvent(tx, event);
    const attendee = await findOwn(tx, actor, { spaceId, id }, input.email ?? null);
    if (!attendee) return noteByName(tx, { spaceId, id }, input, at);
    if (attendee.presentAt) return ok(null);
    await tx.eventAttendee.update({
      where: { spaceId_id: { spaceId, id: attendee.id } },
      // By nobody: what an induction grants waits for somebody who welcomes to tick it.
      data: { presentAt: at, markedAt: at, markedBy: null },
    });
    return ok(null);
  });
}

type Dated = { day: Day; startsAt: Date; endsAt: Date; space: { timeZone: string } };

function isOfItsDay({ day, startsAt, endsAt, space }: Dated, at: Date): boolean {
  return dayOf(at, space.timeZone) === day || (at >= startsAt && at < endsAt);
}

type EventKey = { spaceId: string; id: string };

/** Whoever registered under the account they are signed in to, or under that address. */
async function findOwn(tx: Tx, actor: Actor, { spaceId, id }: EventKey, email: string | null) {
  const personId = personIdOf(actor);
  const ways = [
    ...(personId ? [{ personId }] : []),
    ...(email ? [{ emailKey: emailKey(email) }] : []),
  ];
  if (ways.length === 0) return null;
  return tx.eventAttendee.findFirst({
    where: {
      ...{ spaceId, eventId: id, position: 0 },
      registration: { state: { not: "cancelled" }, OR: ways },
    },
    select: { id: true, presentAt: true },
  });
}

async function noteByName(
  tx: Tx,
  { spaceId, id: eventId }: EventKey,
  { id, name }: ArriveInput,
  at: Date,
): Promise<Result<null, ArriveRefusal>> {
  const atTheDoor = await tx.eventAttendee.count({
    where: { spaceId, eventId, registrationId: null },
  });
  if (atTheDoor >= mostArrivals) return refuse("too_many_arrivals");
  await tx.eventAttendee.createMany({
    data: [{ id, spaceId, eventId, name, createdAt: at, presentAt: at, markedAt: at }],
    skipDuplicates: true,
  });
  return ok(null);
}
