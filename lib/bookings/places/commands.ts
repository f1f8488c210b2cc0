import { type Actor, personIdOf } from "@/lib/core/actor";
import { dayFromColumn } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { ok, type Result, refuse } from "@/lib/core/result";
import { StaleReading } from "@/lib/core/stale-reading";
import { Prisma, rowsOf, type Tx, violatedConstraint } from "@/lib/infra/db";
import { lockAlone } from "@/lib/infra/locks";
import type { Space, SpaceResource } from "@/lib/spaces/queries";
import type { Moment } from "../moments/rules";
import { cancellableUntil } from "../rules";
import { seatKinds } from "../schema";
import { lapseOf, stateAfter } from "../states/rules";
import type { BookingState, BookingVerb, KeepingVerb } from "../states/schema";
import { type QuotaWindow, quotaWindow } from "./rules";

type Stale = { outcome: "stale" };

export type BookingNotice = {
  kind: string;
  email: string;
  locale: string;
  payload: Record<string, unknown>;
};

/** All that a new booking says besides its place and its moment. */
export type PlaceFacts = {
  personId: string | null;
  guestName?: string | null;
  companions?: string[];
  state: "requested" | "held" | "confirmed";
  source: "member" | "host" | "walk_in" | "waiting_list";
  createdBy: string | null;
  createdAt: Date;
  lapsesAt?: Date | null;
  idempotencyKey?: string | null;
  /** The key answers with its booking even when that one has ended (an API retry, not a form gone back to). */
  keyIsFinal?: boolean;
  seriesId?: string | null;
  waitingEntryId?: string | null;
  note?: string | null;
  checkedInAt?: Date | null;
  checkedInBy?: string | null;
  /** The person's other seats and quota are looked at; a host welcoming somebody counts neither. */
  countsQuota?: boolean;
  /** One more place of a wish for several: the person's seat is the first of them. */
  isFurther?: boolean;
  /** A mail for the person, its `resourceName` filled by the place that was had. */
  notice?: BookingNotice | null;
};

type Outcome =
  | "booked"
  | "same"
  | "ended"
  | "elsewhere"
  | "already_booked"
  | "quota_reached"
  | "taken";
export type Taking = { outcome: Outcome; bookingId: string | null; resourceId: string | null };

/**
 * Tries to write a booking on the first of these resources that can be had, in one statement
 * (`take_place`); outside a transaction it is one by itself. Throws StaleReading when the space
 * changed since it was read. takePlace is what a verb calls: it also settles what has lapsed.
 */
export async function tryPlace(
  tx: Tx,
  space: Space,
  moment: Moment,
  candidates: SpaceResource[],
  facts: PlaceFacts & { id: string },
): Promise<Taking> {
  const [first] = candidates;
  if (!first) return { outcome: "taken", bookingId: null, resourceId: null };
  const { countsQuota = true, notice = null, companions = [], keyIsFinal, ...told } = facts;
  const { isFurther = false, ...said } = told;
  const quota = countsQuota ? quotaOf(space, first, moment) : null;
  const wish = {
    ...said,
    spaceId: space.id,
    version: String(space.version),
    day: moment.day,
    part: moment.part,
    startsAt: moment.startsAt,
    endsAt: moment.endsAt,
    companions,
    lapsesAt: lapseOfNew(space, moment, facts),
    seat: !isFurther && seatKinds.some((kind) => kind === first.kind),
    quota,
    notice,
  };
  const ids = candidates.map((resource) => resource.id);
  const names = candidates.map((resource) => resource.name);
  const [row] = await rowsOf<Taking | Stale>(tx, takePlaceStatement, [
    JSON.stringify(wish),
    ids,
    names,
  ]);
  if (!row) throw new Error("take_place said nothing");
  if (row.outcome === "stale") throw new StaleReading();
  return row;
}

const takePlaceStatement = {
  name: "take_place",
  mayWait: true as const,
  text: `SELECT outcome, booking_id AS "bookingId", taken_resource_id AS "resourceId"
    FROM take_place($1::jsonb, $2::uuid[], $3::text[])`,
};

function lapseOfNew(space: Space, moment: Moment, facts: PlaceFacts): Date | null {
  if (facts.lapsesAt !== undefined) return facts.lapsesAt;
  const { createdAt, checkedInAt = null } = facts;
  if (facts.state === "requested") return moment.startsAt;
  return lapseOf(space.noShowGraceMinutes, { startsAt: moment.startsAt, createdAt, checkedInAt });
}

function quotaOf(
  space: Space,
  { kind, quotaCount, quotaPeriod }: SpaceResource,
  { day }: Moment,
): (QuotaWindow & { kind: string; count: number }) | null {
  if (quotaCount === null) return null;
  return { kind, count: quotaCount, ...quotaWindow(quotaPeriod, day, space.calendar.timeZone) };
}

/** A booking as the verbs need it, its row held until the transaction ends. */
export type StandingBooking = {
  id: string;
  spaceId: string;
  personId: string | null;
  state: BookingState;
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
};

export type Change<Verb extends BookingVerb = BookingVerb> = {
  verb: Verb;
  at: Date;
  reason?: string | null;
  closureId?: string | null;
  /** What was before, when it is not the state alone. */
  before?: Record<string, unknown>;
  /** Where a reinstatement leads back to, when that was not « confirmed ». */
  to?: BookingState;
};

/**
 * Says a verb of a booking that frees nothing; one that may free a place is said by `freeBooking`
 * (lib/bookings/freeings/commands.ts). Refuses as `writeChange`.
 */
export async function changeBooking(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Change<KeepingVerb>,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  return writeChange(tx, actor, booking, change, data);
}

export type ChangeRefusal = "wrong_state" | "slot_taken";

/**
 * Writes a verb of a booking: its new state, the columns given with it, a line of its history, and its
 * webhooks. Refuses `wrong_state` where the table of states has no such way, and `slot_taken` when the
 * arrival in a live state or at another place meets `booking_no_overlap`. Called by `changeBooking` and
 * `freeBooking` alone: whoever waits for the place would be forgotten.
 */
export async function writeChange(
  tx: Tx,
  actor: Actor,
  booking: StandingBooking,
  change: Change,
  data: Prisma.BookingUncheckedUpdateInput = {},
): Promise<Result<{ id: string }, ChangeRefusal>> {
  const after = stateAfter(change.verb, booking.state);
  if (!after) return refuse("wrong_state", { state: booking.state });
  const state = change.to ?? after;
  const stands = state === "requested" || state === "held" || state === "confirmed";
  const ending = stands
    ? { endedAt: null, endedBy: null, endReason: null }
    : {
        endedAt: change.at,
        endedBy: personIdOf(actor),
        endReason: change.reason ?? null,
        lapsesAt: null,
      };
  try {
    await tx.booking.update({
      where: { spaceId_id: { spaceId: booking.spaceId, id: booking.id } },
      data: { state, ...ending, sequence: { increment: 1 }, ...data },
    });
  } catch (error) {
    if (violatedConstraint(error) === "booking_no_overlap") return refuse("slot_taken");
    throw error;
  }
  await tx.bookingChange.create({
    data: {
      spaceId: booking.spaceId,
      bookingId: booking.id,
      at: change.at,
      actorId: personIdOf(actor),
      verb: change.verb,
      fromState: booking.state,
      toState: state,
      reason: change.reason ?? null,
      closureId: change.closureId ?? null,
      ...(change.before ? { before: change.before as Prisma.InputJsonObject } : {}),
    },
  });
  await tellWebhooks(tx, booking.spaceId, [booking.id], stands ? "changed" : "cancelled");
  return ok({ id: booking.id });
}

/** Tells the webhooks that these bookings of a space changed or ended, in the transaction that did it. */
export async function tellWebhooks(
  tx: Tx,
  spaceId: string,
  bookingIds: string[],
  what: "changed" | "cancelled",
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT tell_webhooks(${spaceId}::uuid, id, ${`booking.${what}`})
    FROM unnest(${bookingIds}::uuid[]) AS id`);
}

/**
 * Holds these resources against other moves until the transaction ends, always in the same order: an
 * UPDATE that meets the constraint has no ON CONFLICT, two of them crossing would deadlock.
 */
export async function lockResources(tx: Tx, resourceIds: string[]): Promise<void> {
  for (const id of [...new Set(resourceIds)].sort()) await lockAlone(tx, `resource ${id}`);
}

/**
 * Name of the lock of a space: whoever takes a place holds it shared (`take_place`), whoever closes the
 * space or changes a booking holds it alone, before any row, so that a place freed is offered to whoever
 * waits while nobody else takes it. Several spaces: take their locks in sorted order.
 */
export function spaceLock(spaceId: string): string {
  return `space ${spaceId}`;
}

/** Name of the lock on what counts a person's other bookings (taken in `take_place` too). */
export function personLock(personId: string): string {
  return `person ${personId}`;
}

export type LockedBooking = Awaited<ReturnType<typeof lockBooking>>;

/** The booking, its space held alone and its row until the transaction ends; NotFound for an unknown id. */
export async function lockBooking(tx: Tx, bookingId: string) {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('space ' || space_id, 0))
    FROM bookings WHERE id = ${bookingId}::uuid`;
  await tx.$queryRaw`SELECT id FROM bookings WHERE id = ${bookingId}::uuid FOR UPDATE`;
  const booking = await tx.booking.findFirst({
    where: { id: bookingId },
    select: {
      id: true,
      spaceId: true,
      resourceId: true,
      personId: true,
      guestName: true,
      day: true,
      part: true,
      startsAt: true,
      endsAt: true,
      state: true,
      source: true,
      createdAt: true,
      lapsesAt: true,
      checkedInAt: true,
      checkedOutAt: true,
      seriesId: true,
      companions: true,
      note: true,
      resource: {
        select: {
          name: true,
          kind: true,
          cancelNoticeMinutes: true,
          space: {
            select: {
              slug: true,
              timeZone: true,
              cancelDaysBefore: true,
              cancelUntilMinute: true,
              noShowGraceMinutes: true,
            },
          },
        },
      },
    },
  });
  if (!booking) throw new NotFound();
  const { resource, ...row } = booking;
  const { space, cancelNoticeMinutes } = resource;
  const day = dayFromColumn(booking.day);
  const terms = { ...space, cancelNoticeMinutes, calendar: { timeZone: space.timeZone } };
  return {
    ...row,
    day,
    kind: resource.kind,
    resourceName: resource.name,
    space,
    cancellableUntil: cancellableUntil(terms, { ...booking, day }),
  };
}
