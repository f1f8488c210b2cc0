import { type Actor, personIdOf } from "@/lib/core/actor";
import { addDays, dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { lockAlone, lockShared } from "@/lib/infra/locks";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { type BookedPlace, findOwnBookingDuring, spaceLock, takeResource } from "../commands";
import { canRunDay } from "../policy";
import { decideSlot, slotOpening } from "../rules";
import type { WalkInInput, WalkInRefusal } from "./schema";

/**
 * Welcomes somebody who had not booked, today only: the first free place, present at once. Refuses
 * `space_closed`, `slot_over`, `space_full`, `already_booked` (a member with a booking is checked in
 * instead, with `bookingId`), `unknown_person`. The same key twice is one arrival. Hosts of the space.
 */
export async function welcomeWalkIn(
  actor: Actor,
  input: WalkInInput,
  at: Date = now(),
): Promise<Result<BookedPlace, WalkInRefusal>> {
  return inTransaction<BookedPlace, WalkInRefusal>(async (tx) => {
    await lockShared(tx, spaceLock(input.slug));
    await lockAlone(tx, `person ${input.personId ?? input.idempotencyKey}`);
    const space = await getSpaceToday(tx, input.slug, at);
    if (!canRunDay(actor, space.id)) throw new NotFound();
    const again = await tx.booking.findFirst({
      where: { spaceId: space.id, idempotencyKey: input.idempotencyKey, source: "walk_in" },
      select: { id: true, resource: { select: { id: true, name: true } } },
    });
    if (again) return ok(again);
    const placed = await place(tx, actor, space, input, at);
    if (!placed.ok) return placed;
    const line = { actor, action: "walk_in.welcomed", spaceId: space.id };
    await writeJournal(tx, { ...line, subjectId: placed.value.id });
    return placed;
  });
}

/** The space with the hours of its own today, whatever day it is elsewhere. */
async function getSpaceToday(tx: Tx, slug: string, at: Date): Promise<Space> {
  const somewhere = dayOf(at, "UTC");
  return getSpaceBySlug(slug, { first: addDays(somewhere, -1), last: addDays(somewhere, 1) }, tx);
}

async function place(
  tx: Tx,
  actor: Actor,
  space: Space,
  input: WalkInInput,
  at: Date,
): Promise<Result<BookedPlace, WalkInRefusal>> {
  const wanted = { day: dayOf(at, space.calendar.timeZone), part: input.part };
  const opening = slotOpening(openingOfDay(space.calendar, wanted.day), wanted.part);
  const refusal = decideSlot(space, wanted, at);
  if (refusal || !opening.open) {
    return refuse(refusal?.refusal === "slot_over" ? "slot_over" : "space_closed", refusal?.data);
  }
  const already = await whyNotThisPerson(tx, input.personId, opening);
  if (already) return already;
  const taken = await takeResource(tx, space, wanted, opening, {
    personId: input.personId ?? null,
    guestName: input.guestName ?? null,
    source: "walk_in",
    createdBy: personIdOf(actor),
    createdAt: at,
    idempotencyKey: input.idempotencyKey,
    checkedInAt: at,
    checkedInBy: personIdOf(actor),
  });
  return taken.ok ? taken : refuse("space_full");
}

async function whyNotThisPerson(
  tx: Tx,
  personId: string | undefined,
  opening: Interval,
): Promise<Refused<WalkInRefusal> | null> {
  if (!personId) return null;
  const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } });
  if (!person) return refuse("unknown_person");
  const bookingId = await findOwnBookingDuring(tx, personId, opening);
  return bookingId ? refuse("already_booked", { bookingId }) : null;
}
