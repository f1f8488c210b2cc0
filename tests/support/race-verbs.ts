import { randomUUID } from "node:crypto";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { withdrawClosure } from "@/lib/bookings/closures/commands";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import {
  acceptOffer,
  joinWaitingList,
  leaveWaitingList,
} from "@/lib/bookings/waiting-list/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { addDays, type Day } from "@/lib/core/day";
import { ok, type Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import type { Chance } from "./chance";
import { close as closeAsShown, onDay } from "./closures";
import { type Known, type Race, remember, someDay, someHours } from "./race-world";

type Turn = { race: Race; chance: Chance; today: Day; at: Date };
/** Null: there was nothing yet to say this verb of. */
type Attempt = (turn: Turn) => Promise<Result<unknown, string> | null>;

/** What the clients do, and how often out of the sum. One more verb is one more line. */
export const raceVerbs: Record<string, { weight: number; attempt: Attempt }> = {
  book: { weight: 30, attempt: book },
  "book for": { weight: 4, attempt: bookForSomebody },
  move: { weight: 14, attempt: move },
  confirm: { weight: 6, attempt: onRequest(confirmRequest) },
  refuse: {
    weight: 2,
    attempt: onRequest((host, { bookingId }, at) =>
      refuseRequest(host, { bookingId, reason: "Travaux" }, at),
    ),
  },
  cancel: { weight: 10, attempt: onBooking(cancelBooking, "either") },
  release: { weight: 3, attempt: onBooking(releaseBooking, "either") },
  reinstate: { weight: 4, attempt: onBooking(reinstateBooking, "host") },
  "check in": { weight: 6, attempt: onBooking(checkIn, "host") },
  "undo check-in": { weight: 2, attempt: onBooking(undoCheckIn, "host") },
  "check out": { weight: 3, attempt: onBooking(checkOut, "either") },
  "no-show": { weight: 3, attempt: onBooking(markNoShow, "host") },
  wait: { weight: 8, attempt: wait },
  accept: { weight: 6, attempt: accept },
  leave: { weight: 2, attempt: onEntry(leaveWaitingList) },
  "walk in": { weight: 4, attempt: walkIn },
  close: { weight: 1, attempt: close },
  reopen: { weight: 1, attempt: reopen },
  "undo closure": { weight: 2, attempt: undo },
  series: { weight: 2, attempt: repeat },
  settle: { weight: 1, attempt: settle },
};

async function book({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const member = chance.pick(race.members);
  const resource = chance.pick(space.resources);
  const { slug } = space;
  const anySeat = chance.percent(25);
  const wish =
    resource.byHours && !anySeat
      ? { slug, resourceId: resource.id, ...someHours(chance, today) }
      : { slug, ...(anySeat ? {} : { resourceId: resource.id }), ...someDay(chance, today) };
  const result = await bookResource(member, wish, at);
  if (result.ok) {
    const { id, made } = result.value;
    const list = made?.state === "requested" ? race.requests : race.bookings;
    remember(list, { id, space, member });
  }
  return result;
}

async function bookForSomebody({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const member = chance.pick(race.members);
  const { id: resourceId } = chance.pick(space.desks);
  const whom = { personId: member.personId, idempotencyKey: randomUUID() };
  const wish = { slug: space.slug, resourceId, ...someDay(chance, today), ...whom };
  const result = await bookFor(space.host, wish, at);
  if (result.ok) remember(race.bookings, { id: result.value.id, space, member });
  return result;
}

async function move({ race, chance, today, at }: Turn) {
  const known = someOf(chance.percent(20) ? race.requests : race.bookings, chance);
  if (!known) return null;
  const { id: resourceId, byHours } = chance.pick(known.space.resources);
  const actor = chance.percent(50) ? known.space.host : known.member;
  const booking = { bookingId: known.id };
  if (chance.percent(30)) return moveBooking(actor, { ...booking, resourceId }, at);
  const moment = byHours ? someHours(chance, today) : someDay(chance, today);
  return moveBooking(actor, { ...booking, resourceId, ...moment }, at);
}

async function wait({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const member = chance.pick(race.members);
  const quantity = chance.percent(80) ? 1 : 2;
  const resource = chance.pick(space.resources);
  const only = chance.percent(40) ? { resourceId: resource.id } : {};
  const moment = only.resourceId && resource.byHours ? someHours : someDay;
  const wish = { slug: space.slug, quantity, ...only, ...moment(chance, today) };
  const result = await joinWaitingList(member, wish, at);
  if (result.ok) remember(race.entries, { id: result.value.id, space, member });
  return result;
}

/** Somebody who was offered places takes them; when nobody is, somebody tries all the same. */
async function accept(turn: Turn) {
  const { race, chance, at } = turn;
  const offered = await db.waitingEntry.findMany({
    where: { id: { in: race.entries.map(({ id }) => id) }, state: "offered" },
    select: { id: true },
  });
  const known = race.entries.filter(({ id }) => offered.some((entry) => entry.id === id));
  const one = someOf(known.length > 0 ? known : race.entries, chance);
  return one && acceptOffer(one.member, { entryId: one.id }, at);
}

async function walkIn({ race, chance, at }: Turn) {
  const space = chance.pick(race.spaces);
  const member = chance.pick(race.members);
  const part = chance.pick(["morning", "afternoon", "day"] as const);
  const whom = chance.percent(50) ? { personId: member.personId } : { guestName: "Une voisine" };
  const wish = { slug: space.slug, part, ...whom, idempotencyKey: randomUUID() };
  const result = await welcomeWalkIn(space.host, wish, at);
  if (result.ok) remember(race.bookings, { id: result.value.id, space, member: space.host });
  return result;
}

async function close({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const part = chance.pick(["morning", "afternoon"] as const);
  const when = onDay(part, someDay(chance, today).day);
  const all = chance.pick(["move", "cancel", "keep"] as const);
  const preview = await previewClosure(space.host, { slug: space.slug }, when, at);
  if (!preview.ok) return preview;
  const result = await closeAsShown(space.host, { slug: space.slug }, when, { all }, at);
  if (result.ok) remember(race.closures, { id: result.value.id, space, member: space.host });
  return result;
}

async function reopen({ race, chance, at }: Turn) {
  const known = someOf(race.closures, chance);
  return known && withdrawClosure(known.space.host, { closureId: known.id }, at);
}

async function undo({ race, chance, at }: Turn) {
  const known = someOf(race.closures, chance);
  return known && undoClosure(known.space.host, { closureId: known.id }, at);
}

async function repeat({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const desk = chance.pick(space.desks);
  const { day } = someDay(chance, today);
  const wish = {
    slug: space.slug,
    resourceId: desk.id,
    frequency: "weekly" as const,
    firstDay: day,
    lastDay: addDays(day, 21),
    moment: { part: chance.pick(["morning", "afternoon"] as const) },
  };
  return bookSeries(chance.pick(race.members), wish, at);
}

async function settle({ at }: Turn) {
  await settleEverywhere(systemActor("race"), at);
  return ok(null);
}

type OfBooking = (
  actor: PersonActor,
  input: { bookingId: string },
  at: Date,
) => Promise<Result<unknown, string>>;

function onBooking(command: OfBooking, by: "host" | "either"): Attempt {
  return async ({ race, chance, at }) => {
    const known = someOf(race.bookings, chance);
    if (!known) return null;
    const actor = by === "host" || chance.percent(50) ? known.space.host : known.member;
    return command(actor, { bookingId: known.id }, at);
  };
}

function onRequest(command: OfBooking): Attempt {
  return async ({ race, chance, at }) => {
    const known = someOf(race.requests, chance);
    if (!known) return null;
    const result = await command(known.space.host, { bookingId: known.id }, at);
    if (result.ok) remember(race.bookings, known);
    return result;
  };
}

function onEntry(
  command: (
    actor: PersonActor,
    input: { entryId: string },
    at: Date,
  ) => Promise<Result<unknown, string>>,
): Attempt {
  return async ({ race, chance, at }) => {
    const known = someOf(race.entries, chance);
    return known ? command(known.member, { entryId: known.id }, at) : null;
  };
}

function someOf(list: Known[], chance: Chance): Known | null {
  return list.length > 0 ? chance.pick(list) : null;
}
