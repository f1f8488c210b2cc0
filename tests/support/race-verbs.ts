import { randomUUID } from "node:crypto";
import { cancelRange } from "@/lib/bookings/absences/commands";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { previewClosure } from "@/lib/bookings/closures/queries";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { placeInput } from "@/lib/bookings/hits/schema";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { retryRefused } from "@/lib/bookings/series/additions/commands";
import { cancelSeries } from "@/lib/bookings/series/cancellations/commands";
import { bookSeries } from "@/lib/bookings/series/commands";
import { editSeries } from "@/lib/bookings/series/edits/commands";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import { acceptOffer, leaveWaitingList } from "@/lib/bookings/waiting-list/answers/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { type PersonActor, systemActor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/day";
import { ok, type Result } from "@/lib/core/result";
import { db } from "@/lib/infra/db";
import { swapVerbs } from "./race-swaps";
import {
  type Attempt,
  type Known,
  remember,
  someDay,
  someHours,
  someOf,
  type Turn,
} from "./race-world";

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
  leave: {
    weight: 2,
    attempt: on("entries", ({ id, member }, { at }) =>
      leaveWaitingList(member, { entryId: id }, at),
    ),
  },
  "walk in": { weight: 4, attempt: walkIn },
  series: { weight: 4, attempt: bookDates },
  "try again": {
    weight: 2,
    attempt: on("series", ({ id, member }, { at }) => retryRefused(member, { seriesId: id }, at)),
  },
  "change series": {
    weight: 2,
    attempt: on("series", ({ id, space, member }, { chance, today, at }) => {
      const { day, part } = someDay(chance, today);
      const terms = { resourceId: chance.pick(space.desks).id, moment: { part } };
      return editSeries(member, { seriesId: id, from: day, ...terms }, at);
    }),
  },
  "end series": {
    weight: 2,
    attempt: on("series", ({ id, member }, { today, at }) =>
      cancelSeries(member, { seriesId: id, scope: "from", day: today }, at),
    ),
  },
  away: {
    weight: 1,
    attempt: ({ race, chance, today, at }) =>
      cancelRange(chance.pick(race.members), { from: today, until: addDays(today, 3) }, at),
  },
  close: { weight: 1, attempt: close },
  undo: {
    weight: 1,
    attempt: on("closures", ({ id, space }, { at }) =>
      undoClosure(space.host, { closureId: id }, at),
    ),
  },
  reopen: {
    weight: 1,
    attempt: on("closures", ({ id, space }, { at }) =>
      withdrawClosure(space.host, { closureId: id }, at),
    ),
  },
  settle: { weight: 1, attempt: settle },
  ...swapVerbs,
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
  const target = {
    slug: space.slug,
    ...(chance.percent(30) ? { resourceId: chance.pick(space.resources).id } : {}),
  };
  const when = {
    first: someDay(chance, today).day,
    part: chance.pick(["morning", "afternoon"] as const),
  };
  const preview = await previewClosure(space.host, target, { ...when, last: when.first }, at);
  if (!preview.ok) return preview;
  const places = preview.hits.flatMap(({ id, instead }) =>
    instead ? [[id, placeInput.parse(instead.text)] as const] : [],
  );
  const announcement = {
    when: { ...when, last: when.first },
    reason: "Coupure d’eau",
    list: preview.list,
    all: chance.pick(["move", "cancel", "keep"] as const),
    choices: {},
    places: Object.fromEntries(places),
  };
  const result = await announceClosure(space.host, { ...target, ...announcement }, at);
  if (result.ok) remember(race.closures, { id: result.value.id, space, member: space.host });
  return result;
}

async function bookDates({ race, chance, today, at }: Turn) {
  const space = chance.pick(race.spaces);
  const member = chance.pick(race.members);
  const { day: firstDay, part } = someDay(chance, today);
  const pattern = { frequency: "weekly" as const, firstDay, lastDay: addDays(firstDay, 15) };
  const wish = { slug: space.slug, resourceId: chance.pick(space.desks).id, moment: { part } };
  const result = await bookSeries(member, { ...wish, ...pattern }, at);
  if (!result.ok) return result;
  const { id: seriesId } = result.value;
  remember(race.series, { id: seriesId, space, member });
  const dates = await db.booking.findMany({ where: { seriesId }, select: { id: true } });
  for (const { id } of dates) remember(race.bookings, { id, space, member });
  return result;
}

async function settle({ at }: Turn) {
  await settleEverywhere(systemActor("race"), at);
  return ok(null);
}

type Kept = "bookings" | "requests" | "entries" | "closures" | "series";

/** Says a verb of one of the last things of that kind the race made. */
function on(
  kept: Kept,
  say: (known: Known, turn: Turn) => Promise<Result<unknown, string>>,
): Attempt {
  return async (turn) => {
    const known = someOf(turn.race[kept], turn.chance);
    return known && say(known, turn);
  };
}

type OfBooking = (
  actor: PersonActor,
  input: { bookingId: string },
  at: Date,
) => Promise<Result<unknown, string>>;

function onBooking(command: OfBooking, by: "host" | "either"): Attempt {
  return on("bookings", ({ id, space, member }, { chance, at }) =>
    command(by === "host" || chance.percent(50) ? space.host : member, { bookingId: id }, at),
  );
}

function onRequest(command: OfBooking): Attempt {
  return on("requests", async (known, { race, at }) => {
    const result = await command(known.space.host, { bookingId: known.id }, at);
    if (result.ok) remember(race.bookings, known);
    return result;
  });
}
