import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import type { Interval } from "@/lib/core/interval";
import { ok, type Refused, type Result, refuse } from "@/lib/core/result";
import { withFreshReading } from "@/lib/core/stale-reading";
import { writeJournal } from "@/lib/identity/journal/commands";
import { now } from "@/lib/infra/clock";
import { inTransaction, type Tx } from "@/lib/infra/db";
import { getSpaceBySlug, type Space } from "@/lib/spaces/queries";
import { withAlternatives } from "../alternatives/queries";
import { holdSpace } from "../holds/commands";
import { findTheirPerson } from "../look-ups/queries";
import { canRunDay } from "../policy";
import { bookingRefusals, seatKinds } from "../schema";
import { findOwnBookingDuring } from "../seats/queries";
import { type BookedPlace, takePlace } from "../takings/commands";
import { decideWish } from "../wishes/queries";
import type { WalkInInput, WalkInRefusal } from "./schema";

/**
 * Welcomes somebody who had not booked, today only: the first free place, present at once. Refuses
 * `space_closed`, `slot_over` and `space_full` and `house_full` with alternatives, `already_booked` (a member with a
 * booking is checked in instead, with `bookingId`), `unknown_person` (findTheirPerson). The same key twice is one arrival.
 * Hosts of the space.
 */
export async function welcomeWalkIn(
  actor: Actor,
  input: WalkInInput,
  at: Date = now(),
): Promise<Result<BookedPlace, WalkInRefusal>> {
  const result = await withFreshReading((isLast) =>
    inTransaction<BookedPlace, WalkInRefusal>(async (tx) => {
      const space = isLast
        ? await holdSpace(tx, input.slug, at)
        : await getSpaceBySlug(input.slug, tx);
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
    }),
  );
  return result.ok ? result : near(result, input, at);
}

/** Where somebody at the door could go instead, today or in another place nearby. */
async function near(
  refused: Refused<WalkInRefusal>,
  { slug, part }: WalkInInput,
  at: Date,
): Promise<Refused<WalkInRefusal>> {
  if (!bookingRefusals.some((code) => code === refused.refusal)) return refused;
  if (refused.refusal === "already_booked") return refused;
  const { timeZone } = (await getSpaceBySlug(slug)).calendar;
  return withAlternatives(refused, { slug, wanted: { day: dayOf(at, timeZone), part } }, at);
}

async function place(
  tx: Tx,
  actor: Actor,
  space: Space,
  input: WalkInInput,
  at: Date,
): Promise<Result<BookedPlace, WalkInRefusal>> {
  const wanted = { day: dayOf(at, space.calendar.timeZone), part: input.part };
  const wish = await decideWish(tx, space, wanted, { kinds: seatKinds }, at);
  if (!wish.ok) {
    if (wish.refusal === "space_full" || wish.refusal === "slot_over") return refuse(wish.refusal);
    return refuse("space_closed", wish.data);
  }
  const { moment, candidates } = wish.value;
  const already = await whyNotThisPerson(tx, actor, space, { input, during: moment, at });
  if (already) return already;
  const taken = await takePlace(tx, space, moment, candidates, {
    personId: input.personId ?? null,
    guestName: input.guestName ?? null,
    state: "confirmed",
    source: "walk_in",
    createdBy: personIdOf(actor),
    createdAt: at,
    idempotencyKey: input.idempotencyKey,
    checkedInAt: at,
    checkedInBy: personIdOf(actor),
    countsQuota: false,
  });
  if (taken.ok) return taken;
  const { refusal, data } = taken;
  switch (refusal) {
    case "already_booked":
    case "idempotency_key_reused":
    case "house_full":
      return refuse(refusal, data);
    default:
      return refuse("space_full");
  }
}

async function whyNotThisPerson(
  tx: Tx,
  actor: Actor,
  { id: spaceId }: Space,
  { input: { personId, proof }, during, at }: { input: WalkInInput; during: Interval; at: Date },
): Promise<Refused<WalkInRefusal> | null> {
  if (!personId) return null;
  if (!(await findTheirPerson(tx, actor, { spaceId, personId, proof }, at)))
    return refuse("unknown_person");
  const bookingId = await findOwnBookingDuring(tx, personId, during, at);
  return bookingId ? refuse("already_booked", { bookingId }) : null;
}
