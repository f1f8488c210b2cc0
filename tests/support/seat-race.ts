import { randomUUID } from "node:crypto";
import { cancelBooking } from "@/lib/bookings/commands";
import { reinstateBooking } from "@/lib/bookings/releases/commands";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { ok, type Result } from "@/lib/core/result";
import { holdEvent } from "@/lib/events/holds/commands";
import { takeOffer } from "@/lib/events/offers/answers/commands";
import { serveLine, settleLines } from "@/lib/events/offers/commands";
import { registerForEvent } from "@/lib/events/registrations/commands";
import { cancelOne, changeRegistration } from "@/lib/events/registrations/edits/commands";
import {
  cancelRegistration,
  reopenRegistration,
} from "@/lib/events/registrations/endings/commands";
import {
  registerSomebody,
  removeRegistration,
  resizeRegistration,
  restoreRegistration,
} from "@/lib/events/registrations/hosted/commands";
import { registrationToken } from "@/lib/events/registrations/links/queries";
import { cancelEvent, reopenEvent } from "@/lib/events/showings/commands";
import { tellEventChange } from "@/lib/events/tellings/commands";
import { db, inTransaction, Prisma } from "@/lib/infra/db";
import { aMember, hostOf } from "./actors";
import type { Chance } from "./chance";
import { made } from "./event-fields";
import { anEvent, thursday } from "./events";
import { aRoom, aSpace } from "./factories";

type RaceEvent = { id: string; spaceId: string; slug: string; startsAt: Date };
export type SeatRace = {
  space: { id: string; slug: string };
  host: PersonActor;
  members: PersonActor[];
  events: RaceEvent[];
  /** Those that hosts cancel and open again. */
  cancelled: RaceEvent[];
  /** The one that the board cancels with its room. */
  inRoom: RaceEvent;
};
export type SeatTurn = { race: SeatRace; chance: Chance; at: Date };
type Attempt = (turn: SeatTurn) => Promise<Result<unknown, string> | null>;

const startsOn = new Date("2026-06-15T06:00:00Z").getTime();
/** Ten seconds from one attempt to the next: an offer of half an hour ends after two hundred. */
export const clockOf = (attempt: number) => new Date(startsOn + attempt * 10_000);

/**
 * Five small events, one of them in a room, sixty-four members who all want to come; one of them begins in
 * the middle.
 */
export async function aSeatRace(attempts: number): Promise<SeatRace> {
  const space = await aSpace({ desks: 0 });
  const middle = clockOf(Math.floor(attempts / 2));
  const later = clockOf(attempts + 10_000);
  const hour = 3_600_000;
  const events = [
    { capacity: 3, startsAt: later },
    { capacity: 8, startsAt: later },
    { capacity: 20, startsAt: later, asksNames: true },
    { capacity: 6, startsAt: middle },
  ].map(({ startsAt, ...rest }) =>
    anEvent(space, {
      ...rest,
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + hour), offerMinutes: 30 },
    }),
  );
  const [three, eight, twenty, begun] = await Promise.all(events);
  const room = await aRoom(space, { capacity: 24 });
  const host = await hostOf(space);
  const { id } = await made(
    { space, room, other: room, host },
    { capacity: 2, offerMinutes: 30, day: addDays(thursday, 7) },
  );
  const inRoom = await db.event.findFirstOrThrow({ where: { id } });
  if (!three || !eight || !twenty || !begun) throw new Error("an event is missing");
  return {
    ...{ space, host },
    members: await Promise.all(Array.from({ length: 64 }, aMember)),
    events: [three, eight, twenty, begun, three, eight, twenty, inRoom],
    cancelled: [three, eight, twenty],
    inRoom,
  };
}

/** What the clients do, and how often out of the sum. */
export const seatVerbs: Record<string, { weight: number; attempt: Attempt }> = {
  register: { weight: 34, attempt: register },
  "register somebody": { weight: 6, attempt: registerByHost },
  cancel: {
    weight: 16,
    attempt: ofSome("live", ({ token, member }, { at }) =>
      cancelRegistration(member, { token }, at),
    ),
  },
  "cancel one": {
    weight: 6,
    attempt: ofSome("live", ({ token, member }, { at, chance }) =>
      cancelOne(member, { token, position: chance.below(3) }, at),
    ),
  },
  "change people": { weight: 12, attempt: ofSome("live", change) },
  remove: { weight: 2, attempt: ofSome("live", remove) },
  resize: { weight: 4, attempt: ofSome("live", resize) },
  restore: { weight: 2, attempt: ofSome("removed", restore) },
  reopen: {
    weight: 8,
    attempt: ofSome("ended", ({ token, member }, { at, chance }) =>
      reopenRegistration(member, { token, mayWait: chance.percent(50) }, at),
    ),
  },
  "take offer": {
    weight: 12,
    attempt: ofSome("offered", ({ token, member }, { at }) => takeOffer(member, { token }, at)),
  },
  expire: { weight: 2, attempt: expire },
  "change capacity": { weight: 4, attempt: changeCapacity },
  "cancel event": { weight: 2, attempt: cancel },
  "reopen event": { weight: 5, attempt: reopen },
  "board cancel": { weight: 4, attempt: cancelRoom },
  "board reinstate": { weight: 3, attempt: reinstateRoom },
};

async function cancel({ race, chance, at }: SeatTurn) {
  return cancelEvent(race.host, { eventId: chance.pick(race.cancelled).id }, at);
}

async function reopen({ race, chance, at }: SeatTurn) {
  const where = { id: { in: race.cancelled.map(({ id }) => id) }, state: "cancelled" as const };
  const rows = await db.event.findMany({ where, select: { id: true }, orderBy: { id: "asc" } });
  return rows.length > 0 ? reopenEvent(race.host, { eventId: chance.pick(rows).id }, at) : null;
}

/** The room of the event that has one, as its calendar has it. */
async function roomOf({ inRoom: { id: eventId } }: SeatRace) {
  const { bookingId } = await db.event.findFirstOrThrow({ where: { id: eventId } });
  const where = { id: bookingId ?? "" };
  return { eventId, booking: await db.booking.findFirstOrThrow({ where }) };
}

/** Given back on the board, and one of those who read so gives their seats back. */
async function cancelRoom({ race, chance, at }: SeatTurn) {
  const { booking } = await roomOf(race);
  if (booking.state !== "confirmed") return null;
  const result = await cancelBooking(race.host, { bookingId: booking.id }, at);
  const where = { eventId: race.inRoom.id, state: "confirmed" as const };
  const seated = await db.eventRegistration.findMany({ where, orderBy: { rank: "asc" } });
  if (seated.length > 0) {
    const token = registrationToken(chance.pick(seated));
    await cancelRegistration(chance.pick(race.members), { token }, at);
  }
  return result;
}

/** Had again by the board; the job that tells it follows at once. */
async function reinstateRoom({ race, at }: SeatTurn) {
  const { booking, eventId } = await roomOf(race);
  if (booking.state !== "cancelled") return null;
  const result = await reinstateBooking(race.host, { bookingId: booking.id }, at);
  const where = { eventId, toldAt: null, verb: "reopened", actorId: null };
  for (const { spaceId, id: changeId } of await db.eventChange.findMany({ where })) {
    await tellEventChange(systemActor("race"), { spaceId, changeId }, at);
  }
  return result;
}

async function register({ race, chance, at }: SeatTurn) {
  const member = chance.pick(race.members);
  const event = chance.pick(race.events);
  const quantity = 1 + chance.below(3);
  return registerForEvent(
    member,
    {
      ...{ event: event.slug, quantity, key: randomUUID(), mayWait: chance.percent(70) },
      ...{ name: undefined, email: undefined, website: undefined, shown: undefined, answers: {} },
      ...{ names: { 1: "Lou Vidal", 2: "Sam Vidal" }, locale: "fr", network: "race" },
    },
    at,
  );
}

async function registerByHost({ race, chance, at }: SeatTurn) {
  const event = chance.pick(race.events);
  const whom = { name: "Une voisine", email: undefined, names: {}, answers: {}, key: randomUUID() };
  const wish = { quantity: 1 + chance.below(2), mayWait: chance.percent(50) };
  const where = { space: race.space.slug, event: event.slug, locale: "fr" as const };
  return registerSomebody(race.host, { ...where, ...whom, ...wish }, at);
}

type Known = { id: string; token: string; member: PersonActor; event: RaceEvent };

const stateOf = {
  live: ["confirmed", "waiting", "offered"],
  offered: ["offered"],
  ended: ["cancelled", "lapsed"],
  removed: ["cancelled"],
};

/** Says a verb of a registration drawn among those of that kind, as they stand just before. */
function ofSome(
  kind: keyof typeof stateOf,
  say: (known: Known, turn: SeatTurn) => Promise<Result<unknown, string>>,
): Attempt {
  return async (turn) => {
    const { race, chance } = turn;
    const event = chance.pick(race.events);
    const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT id::text FROM event_registrations
      WHERE space_id = ${event.spaceId}::uuid AND event_id = ${event.id}::uuid
        AND state::text = ANY(${stateOf[kind]})
        AND (end_reason IS NOT NULL OR ${kind !== "removed"}) ORDER BY rank DESC LIMIT 40`);
    if (rows.length === 0) return null;
    const { id } = chance.pick(rows);
    const token = registrationToken({ spaceId: event.spaceId, id });
    return say({ id, token, member: chance.pick(race.members), event }, turn);
  };
}

function change({ token, member }: Known, { at, chance }: SeatTurn) {
  const names = { 0: "Alix Roux", 1: "Lou Vidal", 2: "Sam Vidal", 3: "Noé Vidal" };
  return changeRegistration(member, { token, quantity: 1 + chance.below(4), names }, at);
}

function remove({ id, event }: Known, { race, at }: SeatTurn) {
  const what = { space: race.space.slug, event: event.slug, registrationId: id };
  return removeRegistration(race.host, { ...what, reason: "Inscription en double" }, at);
}

function resize({ id, event }: Known, { race, chance, at }: SeatTurn) {
  const what = { space: race.space.slug, event: event.slug, registrationId: id };
  return resizeRegistration(race.host, { ...what, quantity: 1 + chance.below(4) }, at);
}

function restore({ id, event }: Known, { race, chance, at }: SeatTurn) {
  const what = { space: race.space.slug, event: event.slug, registrationId: id };
  return restoreRegistration(race.host, { ...what, mayWait: chance.percent(50) }, at);
}

async function expire({ at }: SeatTurn) {
  await settleLines(systemActor("race"), at);
  return ok(null);
}

/** As whoever edits an event does: the space held first, never under what is held, and who waits is served at once. */
async function changeCapacity({ race, chance, at }: SeatTurn) {
  const key = chance.pick(race.events);
  return inTransaction<null, never>(async (tx) => {
    const { event } = await holdEvent(tx, race.host, "edit", key.id, at);
    const held = await heldIn(tx, key);
    const capacity = Math.max(held, 1, Math.min(24, (event.capacity ?? 1) + chance.below(5) - 2));
    const where = { spaceId_id: { spaceId: key.spaceId, id: key.id } };
    await serveLine(tx, await tx.event.update({ where, data: { capacity } }), at);
    return ok(null);
  });
}

/** Seats the rows say are held. */
export async function heldIn(
  tx: Pick<typeof db, "eventRegistration">,
  key: { spaceId: string; id: string },
) {
  const { _sum } = await tx.eventRegistration.aggregate({
    where: { spaceId: key.spaceId, eventId: key.id, state: { in: ["confirmed", "offered"] } },
    _sum: { quantity: true },
  });
  return _sum.quantity ?? 0;
}
