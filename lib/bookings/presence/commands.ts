import { randomBytes } from "node:crypto";
import type { Actor, PersonActor } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { db, inTransaction, type Tx } from "@/lib/infra/db";
import { secondsToWait } from "@/lib/infra/rate-limit";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { peopleOf } from "../alternatives/rules";
import { checkOut, noteArrival } from "../check-ins/commands";
import type { Wanted } from "../moments/rules";
import { listAlternatives } from "../nearby/queries";
import { type LockedBooking, lockBooking } from "../places/commands";
import { canRunDay } from "../policy";
import { currentHalfDay } from "../rules";
import { againOnceSettled } from "../settlements/commands";
import { listOwnOfDay } from "./queries";
import { arrivalAmong, codeOf, presentAmong, readCode } from "./rules";
import {
  type ArrivalRefusal,
  type CheckInHereInput,
  codeLength,
  type DepartureRefusal,
  type PlaceInput,
} from "./schema";

type Arrived = { id: string; resource: { id: string; name: string } };
type Outcome = Result<Arrived, ArrivalRefusal>;

/** A hand slips; whoever tries codes one after the other is stopped. */
const tries = { name: "presence-code", times: 10, seconds: 600 };

/** Makes the code of the poster, or a new one: the old poster is void. Hosts of the space; journalled. */
export async function renewCheckInCode(
  actor: Actor,
  { slug }: PlaceInput,
): Promise<Result<{ code: string; isFirst: boolean }, never>> {
  return inTransaction<{ code: string; isFirst: boolean }, never>(async (tx) => {
    const space = await getSpaceBySlug(slug, tx);
    if (!canRunDay(actor, space.id)) throw new NotFound();
    const code = codeOf(randomBytes(codeLength));
    const before = await tx.space.findUniqueOrThrow({
      where: { id: space.id },
      select: { checkInCode: true },
    });
    await tx.space.update({ where: { id: space.id }, data: { checkInCode: code } });
    await writeJournal(tx, { actor, action: "check_in_code.renewed", spaceId: space.id });
    return ok({ code, isFirst: before.checkInCode === null });
  });
}

/**
 * Notes the arrival of the member's own booking of the moment, by the code of the poster, from half an
 * hour before its start to its end. Refuses `wrong_code`, `too_many_tries`, `nothing_now` (with what is
 * left of the day), `already_there`, `slot_taken` (somebody had the place after the grace; with
 * alternatives), `already_booked` (another seat since),
 * `house_full`. Oneself, signed in.
 */
export async function checkInHere(
  actor: Actor,
  { slug, code }: CheckInHereInput,
  at: Date = now(),
): Promise<Outcome> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const space = await getSpaceBySlug(slug);
  if ((await secondsToWait(tries, `${space.id} ${actor.personId}`)) !== null) {
    return refuse("too_many_tries");
  }
  if (!(await isCodeOf(space, code))) return refuse("wrong_code");
  let tried: LockedBooking | null = null;
  const arrive = () =>
    inTransaction<Arrived, ArrivalRefusal>(async (tx) => {
      const found = await findArrival(tx, actor, space, at);
      if (!found.ok) return found;
      tried = await lockBooking(tx, found.value.id);
      const noted = await noteArrival(tx, actor, tried, at);
      if (noted.ok) return found;
      const { refusal } = noted;
      const told = (["slot_taken", "already_booked", "house_full"] as const).find(
        (one) => one === refusal,
      );
      return refuse(told ?? "booking_cancelled", noted.data);
    });
  const result = await againOnceSettled(db, arrive, () => tried, at);
  return result.ok || result.refusal !== "slot_taken"
    ? result
    : withAlternatives(result, space, tried, at);
}

async function isCodeOf(space: Space, typed: string): Promise<boolean> {
  const { checkInCode } = await db.space.findUniqueOrThrow({
    where: { id: space.id },
    select: { checkInCode: true },
  });
  return checkInCode !== null && readCode(typed) === checkInCode;
}

async function findArrival(
  tx: Tx,
  { personId }: PersonActor,
  space: Space,
  at: Date,
): Promise<Outcome> {
  const day = dayOf(at, space.calendar.timeZone);
  const own = await listOwnOfDay(tx, { spaceId: space.id, personId, day });
  const arrival = arrivalAmong(own, at);
  if (arrival.kind === "nothing_now") {
    return refuse("nothing_now", { rest: currentHalfDay(space.calendar, at) });
  }
  const { id, resource } = arrival.booking;
  return arrival.kind === "arrive" ? ok({ id, resource }) : refuse("already_there");
}

async function withAlternatives(
  refused: Refused<ArrivalRefusal>,
  { slug }: Space,
  booking: LockedBooking | null,
  at: Date,
): Promise<Refused<ArrivalRefusal>> {
  if (!booking) return refused;
  const { id, personId, day, part, startsAt, endsAt, resourceId, companions } = booking;
  const wanted: Wanted = part === "hours" ? { startsAt, endsAt } : { day, part };
  const people = peopleOf(companions);
  const wish = { slug, wanted, resourceId, people, personId, leaving: id };
  return refuse(refused.refusal, { alternatives: await listAlternatives(wish, at) });
}

/** Notes the departure of the booking by which the member is there; refuses `not_there`. Oneself, signed in. */
export async function checkOutHere(
  actor: Actor,
  { slug }: PlaceInput,
  at: Date = now(),
): Promise<Result<{ id: string }, DepartureRefusal>> {
  if (actor.kind !== "person") throw new Unauthenticated();
  const space = await getSpaceBySlug(slug);
  const day = dayOf(at, space.calendar.timeZone);
  const own = await listOwnOfDay(db, { spaceId: space.id, personId: actor.personId, day });
  const there = presentAmong(own, at);
  if (!there) return refuse("not_there");
  const left = await checkOut(actor, { bookingId: there.id }, at);
  return left.ok ? left : refuse("not_there");
}
